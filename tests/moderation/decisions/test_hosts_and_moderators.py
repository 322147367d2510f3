"""A host ends what hosts decided about a person in a room; what a moderator decided, a moderator ends."""

from datetime import timedelta

from foundation import clock
from rooms.models import Restriction
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk


async def test_a_host_does_not_let_back_whom_the_queue_keeps_out(desk: Desk, cast: Cast) -> None:
    rosa, ada = await desk.room.enter(cast.rosa), await desk.room.enter(cast.ada)
    await desk.decided(cast.mo, await desk.flagged(cast.rosa, cast.amir), "silence", seconds=600)
    refused = (await ada.send("readmit_person", person=cast.rosa.id))["error"]
    assert (refused["code"], "A moderator can end it" in refused["message"]) == ("not_allowed", True)
    assert (await desk.refusal(rosa))["code"] == "not_allowed"
    assert "A moderator decided this." in (await desk.house.page(f"/surgeries/{desk.room.id}", cast.ada)).text
    await (await desk.room.enter(cast.dee)).ok("readmit_person", person=cast.rosa.id)
    await rosa.say("Thank you")


async def test_nor_whom_a_moderator_silenced_in_the_room(desk: Desk, cast: Cast) -> None:
    rosa, ada = await desk.room.enter(cast.rosa), await desk.room.enter(cast.ada)
    await (await desk.room.enter(cast.mo)).ok("silence_person", person=cast.rosa.id, reason="Shouting")
    assert await ada.refused("readmit_person", person=cast.rosa.id) == "not_allowed"
    assert (await desk.refusal(rosa))["code"] == "not_allowed"


async def test_a_host_does_not_cut_short_what_a_moderator_decided(desk: Desk, cast: Cast) -> None:
    rosa, ada = await desk.room.enter(cast.rosa), await desk.room.enter(cast.ada)
    await desk.decided(cast.mo, await desk.flagged(cast.rosa, cast.amir), "silence", seconds=600)
    assert await ada.refused("silence_person", person=cast.rosa.id, seconds=60, reason="A minute") == "conflict"
    await ada.ok("silence_person", person=cast.rosa.id, seconds=1200, reason="And longer")
    assert await Restriction.filter(ended_at=None).count() == 2
    refused = await desk.refusal(rosa)
    assert "And longer" in refused["message"], "the one that ends last says why, and until when"
    await ada.ok("readmit_person", person=cast.rosa.id)
    assert (await desk.refusal(rosa))["code"] == "not_allowed", "the moderator's stands"
    await rosa.live.quiet()
    assert rosa.live.of("readmitted") == []
    clock.move(timedelta(seconds=601))
    await rosa.say("It is over")


async def test_an_appeal_against_the_host_leaves_what_the_moderator_decided(desk: Desk, cast: Cast) -> None:
    rosa, ada = await desk.room.enter(cast.rosa), await desk.room.enter(cast.ada)
    by_host = (await ada.ok("silence_person", person=cast.rosa.id, seconds=60, reason="A minute"))["decision"]
    clock.move(timedelta(seconds=61))
    later = await desk.decided(cast.mo, await desk.flagged(cast.rosa, cast.amir), "silence", seconds=600)
    appeal = (await desk.appeal(cast.rosa, {"id": by_host})).json["id"]
    body = {"outcome": "overturned", "reason": "Not that time"}
    assert (await desk.house.caller(cast.dee).post(f"/appeals/{appeal}/decision", body)).status == 204
    assert (await desk.refusal(rosa))["code"] == "not_allowed"
    assert (await desk.undo(cast.mo, later)).status == 204
    await rosa.say("Now I may")


async def test_a_host_reads_who_lets_back_a_person_kept_out_of_the_whole_force(desk: Desk, cast: Cast) -> None:
    ada = await desk.room.enter(cast.ada)
    await desk.decided(cast.mo, await desk.flagged(cast.rosa, cast.amir), "remove")
    refused = (await ada.send("readmit_person", person=cast.rosa.id))["error"]
    assert (refused["code"], "Only moderators can end that" in refused["message"]) == ("not_allowed", True)


async def test_a_host_ends_what_was_done_before_each_was_a_decision(desk: Desk, cast: Cast) -> None:
    rosa, ada = await desk.room.enter(cast.rosa), await desk.room.enter(cast.ada)
    await ada.ok("silence_person", person=cast.rosa.id, reason="Before")
    await Restriction.all().update(decision_id=None)
    await ada.ok("readmit_person", person=cast.rosa.id)
    await rosa.say("Thank you")
    await (await desk.room.enter(cast.mo)).ok("silence_person", person=cast.rosa.id, reason="Before")
    await Restriction.all().update(decision_id=None)
    assert await ada.refused("readmit_person", person=cast.rosa.id) == "not_allowed"
