"""What a moderator flagged somebody else decides about, unless somebody is in danger while people are together."""

import pytest

from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.clients import JSON
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room

SENTENCE = "You flagged this, so somebody else decides."


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


async def _flagged_by_mo(desk: Desk, cast: Cast, reason: str = "abuse") -> JSON:
    return await desk.item(await desk.flagged(cast.rosa, cast.mo, reason=reason), cast.mo)


async def test_mo_neither_claims_nor_decides_what_mo_flagged(desk: Desk, cast: Cast) -> None:
    item = await _flagged_by_mo(desk, cast)
    mo, dee = desk.house.caller(cast.mo), desk.house.caller(cast.dee)
    claimed = await mo.post(f"/moderation/items/{item['id']}/claim")
    assert (claimed.status, claimed.json["detail"]) == (403, SENTENCE)
    decided = await desk.decide(cast.mo, item, "hide")
    assert (decided.status, decided.json["detail"]) == (403, SENTENCE)
    assert (await dee.post(f"/moderation/items/{item['id']}/claim")).status == 200
    assert (await desk.decide(cast.dee, item, "hide")).status == 201


async def test_it_is_one_of_several_flags_and_still_not_for_mo(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await (await desk.room.enter(cast.mo)).ok("flag_message", id=message, reason="abuse")
    assert (await desk.decide(cast.mo, await desk.item(message, cast.mo), "none")).status == 403


async def test_the_queue_shows_it_with_the_sentence_in_the_place_of_the_buttons(desk: Desk, cast: Cast) -> None:
    item = await _flagged_by_mo(desk, cast, reason="other")
    page = (await desk.house.page(f"/moderation/items/{item['id']}", cast.mo)).text
    assert (SENTENCE in page, "/decision" in page, "/claim" in page) == (True, False, False)
    page = (await desk.house.page(f"/moderation/items/{item['id']}", cast.dee)).text
    assert (SENTENCE in page, "/decision" in page) == (False, True)


async def test_mo_is_given_the_next_one_instead(desk: Desk, cast: Cast) -> None:
    mine = await _flagged_by_mo(desk, cast, reason="other")
    other = await desk.item(await desk.flagged(cast.rosa, cast.amir, "Bins again", reason="other"), cast.mo)
    assert (mine["priority"], mine["due_at"]) < (other["priority"], other["due_at"]), "it would have come first"
    browser = Browser(desk.house.url, cast.mo)
    try:
        await browser.get("/moderation")
        answer = await browser.post("/moderation/next", current="", back="")
        assert other["id"] in answer.headers["Location"]
    finally:
        await browser.close()
    page = (await desk.house.page(f"/moderation/items/{other['id']}", cast.mo)).text
    assert f'name="also-{mine["id"]}"' not in page, "nor together with another one"


async def test_where_somebody_is_in_danger_while_people_are_together_mo_acts(desk: Desk, cast: Cast) -> None:
    item = await _flagged_by_mo(desk, cast, reason="danger")
    assert (await desk.decide(cast.mo, item, "hide")).status == 201
    child = await desk.item(await desk.flagged(cast.rosa, cast.mo, "Bins again", reason="child"), cast.mo)
    await desk.room.act("close")
    assert (await desk.decide(cast.mo, child, "hide")).status == 403, "afterwards there is time for somebody else"


async def test_a_host_who_flagged_it_in_their_room_may_take_it_down(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.ada)
    await (await desk.room.enter(cast.ada)).ok("hide_message", id=message, reason="Not here")
    assert await desk.shown(message) is None
