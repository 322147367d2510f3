"""Browsers for people, and passwords for the cast."""

from collections.abc import AsyncIterator, Callable

import pytest

from accounts import store
from accounts.passwords import hash_password
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House

PASSWORD = "correct horse battery"
NewBrowser = Callable[..., Browser]


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
