"""A question like one that stands is found while it is written: never one that was taken down, never another room's."""

from tests.cast import Cast
from tests.rooms_from_outside import Room

ASKED = "Why are the street lights out on Lowther Road?"


async def _similar(room: Room, text: str, cast: Cast) -> list[str]:
    answer = await room.house.caller(cast.amir).send(
        "GET", f"/api/v1/surgeries/{room.id}/questions/similar", params={"text": text}
    )
    assert answer.status == 200, answer.text
    return [one["body"] for one in answer.json["items"]]


async def test_amir_is_shown_rosas_question_about_the_same_lights(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.ask(ASKED)
    await rosa.ask("Can we have more patrols in Bute Park at night?")
    assert await _similar(room, "street lights on lowther rd are broken", cast) == [ASKED]
    assert await _similar(room, "Speeding cars on Lowther Road, any plans?", cast) == []
    assert await _similar(room, "Why?", cast) == []


async def test_what_is_hidden_withdrawn_merged_closed_or_elsewhere_is_not_suggested(room: Room, cast: Cast):
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    other = await room.beside()
    await (await other.enter(cast.rosa)).ask(ASKED)
    assert await _similar(room, ASKED, cast) == []
    first, second, third = [await rosa.ask(ASKED) for _turn in range(3)]
    await mo.ok("hide_message", id=first, reason="Somebody is named")
    await rosa.ok("withdraw_message", id=second)
    assert await _similar(room, ASKED, cast) == [ASKED]
    await ada.ok("close_question", id=third, reason="The council's")
    assert await _similar(room, ASKED, cast) == []


async def test_it_is_no_way_around_being_removed_and_not_asked_for_ever(room: Room, cast: Cast):
    caller, path = room.house.caller(cast.gwen), f"/api/v1/surgeries/{room.id}/questions/similar?text=lights+out"
    statuses = {(await caller.send("GET", path)).status for _turn in range(70)}
    assert statuses == {200, 429}
    ada = await room.enter(cast.ada)
    await ada.ok("remove_person", person=cast.amir.id, reason="Shouting")
    answer = await room.house.caller(cast.amir).send(
        "GET", f"/api/v1/surgeries/{room.id}/questions/similar?text=lights+out"
    )  # fmt: skip
    assert answer.status == 403
