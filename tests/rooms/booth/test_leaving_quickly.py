"""The quick exit, as a server sees it: the browser's side is in tests/journeys."""

from dataclasses import replace
from typing import Any

from foundation.keys import SETTINGS
from tests.cast import Cast
from tests.rooms.booth.conftest import ADULT, SECRET, Talk


async def test_a_link_leads_to_a_page_that_says_nothing_of_us(talk: Talk, cast: Cast, browser: Any):
    rosa = browser(cast.rosa)
    await rosa.get(f"/booths/{talk.id}")
    assert f'href="/booths/{talk.id}/exit"' in rosa.page.text
    left = await rosa.get(f"/booths/{talk.id}/exit")
    assert (left.status, left.headers["Location"]) == (303, "/weather")
    weather = await rosa.get("/weather")
    assert "lamp" not in weather.text.lower()
    assert "police" not in weather.text.lower()


async def test_the_force_sets_where_it_leads(talk: Talk, cast: Cast, browser: Any):
    settings = replace(talk.house.app[SETTINGS], quick_exit_url="https://weather.example/")
    talk.house.app._state[SETTINGS] = settings  # as the environment would
    rosa = browser(cast.rosa)
    assert (await rosa.get(f"/booths/{talk.id}/exit")).headers["Location"] == "https://weather.example/"


async def test_nothing_shows_it_again_until_rosa_asks(talk: Talk, cast: Cast, browser: Any):
    rosa, amir = browser(cast.rosa), browser(cast.amir)
    page = await rosa.get(f"/booths/{talk.id}")
    assert page.headers["Cache-Control"] == "no-store"
    await rosa.get(f"/booths/{talk.id}/exit")
    assert (await rosa.get(f"/booths/{talk.id}")).status == 404
    assert SECRET not in rosa.page.text
    mine = (await rosa.get(f"/surgeries/{talk.surgery.id}/queue/panel")).text
    assert talk.id not in mine
    assert "Ask for a word alone" in mine, "as to somebody who never was there"
    assert "Ask for a word alone" in (await amir.get(f"/surgeries/{talk.surgery.id}/queue/panel")).text
    await rosa.get(f"/surgeries/{talk.surgery.id}")
    await rosa.post(f"/surgeries/{talk.surgery.id}/queue", age=ADULT)
    assert SECRET in (await rosa.get(f"/booths/{talk.id}")).text


async def test_her_other_tabs_hear_nothing_more_and_ada_is_told_not_to_wait(talk: Talk, cast: Cast, browser: Any):
    await browser(cast.rosa).get(f"/booths/{talk.id}/exit")
    await talk.ada.live.wait("booth_left")
    await talk.rosa.live.wait("booth_left")
    await talk.ada.say("Are you there?")
    await talk.rosa.live.quiet()
    assert "Are you there?" not in str(talk.rosa.live.heard)
    assert await talk.rosa.refused("catch_up", after=0) == "not_found"
    assert "in a hurry" in (await talk.house.page(f"/booths/{talk.id}", cast.ada)).text


async def test_nobody_leaves_it_for_her(talk: Talk, cast: Cast, browser: Any):
    for member in (cast.amir, cast.ada, None):
        assert (await browser(member).get(f"/booths/{talk.id}/exit")).headers["Location"] == "/weather"
    assert SECRET in (await talk.house.page(f"/booths/{talk.id}", cast.rosa)).text


async def test_the_page_has_a_title_that_says_nothing(talk: Talk, cast: Cast):
    page = (await talk.house.page(f"/booths/{talk.id}", cast.rosa)).text
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert title == "Information - Bluelamp"
