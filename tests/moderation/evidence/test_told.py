"""Who takes words back, or leaves, is told before it that a copy may be kept."""

import pytest

from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def test_rosa_is_told_where_she_takes_words_back_and_where_she_leaves(house: House, cast: Cast, room: Room):
    said = await (await room.enter(cast.rosa)).say("The lamp is broken again")
    rosa = Browser(house.url, cast.rosa)
    try:
        shown = (await rosa.get(f"/surgeries/{room.id}")).text
        form = shown.partition(f"/messages/{said['id']}/withdraw")[2].partition("</form>")[0]
        assert "a copy is kept for a time as evidence" in form
        assert "one, two or seven years" in (await rosa.get("/account/close")).text
        assert "That is evidence, also after its author takes it back" in (await rosa.get("/privacy")).text
    finally:
        await rosa.close()
