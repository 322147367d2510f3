"""Staff with an authenticator app, and browsers for them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pyotp
import pytest

from accounts import store
from accounts.factors.app_service import set_app
from accounts.factors.drafts import Draft
from accounts.factors.totp import STEP
from accounts.passwords import hash_password
from foundation import clock
from foundation.database import atomic
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House

PASSWORD = "correct horse battery"
NewBrowser = Callable[..., Browser]


class Phone:
    """An authenticator app on somebody's phone, whose clock may be off; and the recovery codes in their drawer."""

    def __init__(self, secret: str, recovery: list[str]) -> None:
        self._app = pyotp.TOTP(secret)
        self.recovery = recovery

    def code(self, off: int = 0) -> str:
        """What the app shows on a phone whose clock is `off` seconds fast."""
        return self._app.at(int(clock.now().timestamp()) + off)


@pytest.fixture(autouse=True)
def in_the_middle_of_a_step() -> None:
    """No code changes between being read and being checked."""
    into_it = clock.now().timestamp() % STEP
    clock.move(timedelta(seconds=STEP / 2 - into_it))


GivePhone = Callable[[Member], Awaitable[Phone]]


@pytest.fixture
async def browser(house: House) -> AsyncIterator[NewBrowser]:
    """Makes browsers on the house, signed out or with the session of one of the cast."""
    opened: list[Browser] = []

    def new(member: Member | None = None) -> Browser:
        opened.append(Browser(house.url, member))
        return opened[-1]

    yield new
    for each in opened:
        await each.close()


@pytest.fixture
async def everyone_has_a_password(cast: Cast, house: House) -> None:
    hashed = await hash_password(PASSWORD)
    for member in cast:
        if member.email:
            await store.set_password(member.id, hashed)


@pytest.fixture
def give_phone(house: House, everyone_has_a_password: None) -> GivePhone:
    """Sets up an authenticator app for somebody of the cast; its first code is not used yet."""

    async def give(member: Member) -> Phone:
        draft = Draft(member.id, pyotp.random_base32(), None)
        codes = await atomic(lambda: set_app(house.app, member.id, draft, 0))
        return Phone(draft.secret, codes)

    return give
