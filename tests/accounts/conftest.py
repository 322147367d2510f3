"""Passwords for the cast."""

import pytest

from accounts import store
from accounts.passwords import hash_password
from tests.cast import Cast
from tests.house import House

PASSWORD = "correct horse battery"


@pytest.fixture
async def everyone_has_a_password(cast: Cast, house: House) -> None:
    hashed = await hash_password(PASSWORD)
    for member in cast:
        if member.email:
            await store.set_password(member.id, hashed)
