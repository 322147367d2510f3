"""Polls by forms alone."""

from collections.abc import AsyncIterator

import pytest

from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.rooms_from_outside import Room


@pytest.fixture
async def browsers(room: Room, cast: Cast) -> AsyncIterator[tuple[Browser, Browser]]:
    """PC Ada Okafor's and Rosa's, at the room's page."""
    pair = Browser(room.house.url, cast.ada), Browser(room.house.url, cast.rosa)
    for browser in pair:
        await browser.get(f"/surgeries/{room.id}")
    yield pair
    for browser in pair:
        await browser.close()


async def test_ada_asks_rosa_votes_and_the_result_stands_in_the_page(room: Room, browsers: tuple[Browser, Browser]):
    ada, rosa = browsers
    path = f"/surgeries/{room.id}"
    options = {"option_1": "The park", "option_2": "The station", "option_5": "The shops"}
    assert (await ada.post(f"{path}/polls", question="Where should we walk?", **options)).status == 303
    shown = (await rosa.get(path)).text
    poll = shown.split('data-poll="')[1][:16]
    assert shown.index("The station") < shown.index("The shops")
    assert (await rosa.post(f"{path}/polls/{poll}/vote", option="2")).status == 303
    assert "Your vote is counted" in (await rosa.get(path)).text
    await ada.get(path)
    assert (await ada.post(f"{path}/polls/{poll}/close")).status == 303
    assert "The park: 0; The station: 0; The shops: 1" in (await rosa.get(path)).text


async def test_what_is_wrong_with_a_poll_is_said_beside_what_was_written(room: Room, browsers: tuple[Browser, Browser]):
    ada, _rosa = browsers
    refused = await ada.post(f"/surgeries/{room.id}/polls", question="Where?", option_1="The park")
    assert refused.status == 422
    assert "Give between 2 and 6 options." in refused.text
    assert 'value="The park"' in refused.text
