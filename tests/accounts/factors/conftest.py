"""Staff with an authenticator app."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pyotp
import pytest

from accounts.factors.app_service import set_app
from accounts.factors.drafts import Draft
from accounts.factors.totp import STEP
from foundation import clock
from foundation.database import atomic
from tests.cast import Member
from tests.house import House


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
def give_phone(house: House, everyone_has_a_password: None) -> GivePhone:
    """Sets up an authenticator app for somebody of the cast; its first code is not used yet."""

    async def give(member: Member) -> Phone:
        draft = Draft(member.id, pyotp.random_base32(), None)
        codes = await atomic(lambda: set_app(house.app, member.id, draft, 0))
        return Phone(draft.secret, codes)

    return give
