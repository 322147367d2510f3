"""Names and pictures are flagged, taken down and given back."""

from typing import Any

import pytest

from accounts.models import Person
from accounts.people import persons
from moderation.items.models import ReviewItem
from notices.models import Notice
from tests.accounts.browsing import Browser
from tests.accounts.residents.signing_up import ask
from tests.cast import Cast, Member
from tests.moderation.flags.people import flags, open_items
from tests.rooms_from_outside import Room


async def _decide(room: Room, member: Member, item: dict[str, Any], action: str, **more: str) -> Any:
    ruling = {"version": item["version"], "action": action, "clause": "kind", "reason": "It hurts people.", **more}
    return await room.house.caller(member).post(f"/moderation/items/{item['id']}/decision", ruling)


async def _item(target: str, type_: str) -> dict[str, Any]:
    [item] = [item for item in await open_items(target) if item["target_type"] == type_]
    return item


async def test_gwen_flags_a_name_and_mo_takes_it_down_on_every_screen(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = (await rosa.say("Good evening"))["id"]
    assert (await flags(room.house, cast.gwen, cast.rosa.id, type="person")).status == 201
    item = await _item(cast.rosa.id, "person")
    assert (item["force_id"], item["place_id"], item["author_id"]) == ("south-wales", room.id, cast.rosa.id)
    assert (await _decide(room, cast.mo, item, "hide")).status == 201
    changed = await amir.live.wait("person_changed")
    assert changed["person"]["name"].startswith("resident ")
    row = await Person.get(id=cast.rosa.id)
    assert row.name_refused == "Rosa Jones"
    [notice] = await Notice.filter(person_id=cast.rosa.id)
    assert "Your name was taken down" in notice.sentence
    [entry] = [entry for entry in await room.log() if entry["data"].get("id") == said]
    assert entry["data"]["author"]["name"] == row.name
    refused = await room.house.caller(cast.rosa).patch("/me", {"name": "Rosa Jones"})
    assert refused.status == 422, "nobody chooses again what was taken down"


async def test_a_name_does_not_come_back_by_choosing_another_in_between(room: Room, cast: Cast):
    rosa = room.house.caller(cast.rosa)
    await flags(room.house, cast.gwen, cast.rosa.id, type="person")
    decision = (await _decide(room, cast.mo, await _item(cast.rosa.id, "person"), "hide")).json
    for name in ("Rosie", "Rosa Jones", "R0sa Jones", "Rosa"):
        taken = (await rosa.patch("/me", {"name": name})).status == 200
        assert taken == (name in ("Rosie", "Rosa")), name
    appeal = await rosa.post(f"/decisions/{decision['id']}/appeal", {"text": "It is mine"})
    won = {"outcome": "overturned", "reason": "It hurts nobody"}
    answer = await room.house.caller(cast.dee).post(f"/appeals/{appeal.json['id']}/decision", won)
    assert answer.status in (200, 201, 204), answer.text
    assert (await rosa.patch("/me", {"name": "Rosa Jones"})).status == 200, "it is theirs again"


async def test_a_guest_does_not_sign_up_under_the_name_that_was_taken_from_them(room: Room, cast: Cast):
    await (await room.enter(cast.gwen)).say("Good evening")
    await flags(room.house, cast.rosa, cast.gwen.id, type="person")
    assert (await _decide(room, cast.mo, await _item(cast.gwen.id, "person"), "hide")).status == 201
    gwen = Browser(room.house.url, cast.gwen)
    try:
        assert (await ask(gwen, name="Gwen Rees", shown_as="first")).status == 422
        assert (await ask(gwen, name="Siân Rees", shown_as="first")).status == 200
    finally:
        await gwen.close()


async def test_it_is_given_back_when_mo_thinks_again(room: Room, cast: Cast):
    await (await room.enter(cast.rosa)).say("Good evening")
    await flags(room.house, cast.gwen, cast.rosa.id, type="person")
    decision = (await _decide(room, cast.mo, await _item(cast.rosa.id, "person"), "hide")).json
    assert (await room.house.caller(cast.mo).post(f"/decisions/{decision['id']}/undo")).status == 204
    row = await Person.get(id=cast.rosa.id)
    assert (row.name, row.name_refused) == ("Rosa Jones", None)


async def test_a_picture_becomes_the_one_that_everybody_begins_with_and_comes_back(room: Room, cast: Cast):
    before = "peep-afro-sky"
    assert (await room.house.caller(cast.rosa).patch("/me", {"avatar": before})).status == 200
    await flags(room.house, cast.gwen, cast.rosa.id, type="avatar")
    decision = (await _decide(room, cast.mo, await _item(cast.rosa.id, "avatar"), "hide")).json
    row = await Person.get(id=cast.rosa.id)
    assert (row.avatar, row.avatar_refused) == (None, before)
    shown = (await persons([cast.rosa.id]))[cast.rosa.id]["avatar"]["src"]
    assert before not in shown, "a drawing is kept for long by its address, and nobody is led to this one any more"
    assert (await room.house.caller(cast.rosa).patch("/me", {"avatar": before})).status == 422
    assert (await room.house.caller(cast.mo).post(f"/decisions/{decision['id']}/undo")).status == 204
    row = await Person.get(id=cast.rosa.id)
    assert (row.avatar, row.avatar_refused) == (before, None)


@pytest.mark.parametrize("type_", ["person", "avatar"])
async def test_an_officer_is_shown_as_the_record_says_and_an_administrator_hears_of_the_flag(
    room: Room, cast: Cast, type_: str
):
    assert (await flags(room.house, cast.gwen, cast.ada.id, type=type_)).status == 201
    item = await _item(cast.ada.id, type_)
    queue = (await room.house.caller(cast.dee).get("/moderation/queue")).json["items"]
    assert [each["id"] for each in queue] == [item["id"]]
    assert (await _decide(room, cast.mo, item, "hide")).status == 403
    assert (await Person.get(id=cast.ada.id)).name == "Ada Okafor"
    assert (await _decide(room, cast.dee, item, "none")).status == 201


async def test_nobody_flags_themselves_or_nobody(room: Room, cast: Cast):
    assert (await flags(room.house, cast.rosa, cast.rosa.id, type="person")).status == 403
    assert (await flags(room.house, cast.rosa, "0" * 16, type="person")).status == 404
    assert await ReviewItem.all().count() == 0


async def test_nothing_waits_in_a_name_and_nobody_puts_another_in_its_place(room: Room, cast: Cast):
    await flags(room.house, cast.gwen, cast.rosa.id, type="person")
    item = await _item(cast.rosa.id, "person")
    assert (await _decide(room, cast.mo, item, "edit", body="Silly")).status == 403
    assert (await Person.get(id=cast.rosa.id)).name == "Rosa Jones"
