"""A room before it opens, while it is open, and after: who may say what, and who opens and closes it."""

from datetime import timedelta

from foundation import clock
from tests.cast import Cast
from tests.rooms_from_outside import Room

DRAFT = {"client_id": "0f0f0f0f-0000-4000-8000-00000000000f", "body": "Hello?"}


async def test_a_room_can_be_entered_before_it_opens_but_takes_no_words(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    assert rosa.entered["room"]["status"] == "scheduled"
    assert await rosa.refused("send_message", **DRAFT) == "closed"
    assert await scheduled.log() == []


async def test_rosa_waits_inside_and_sees_it_open_and_close(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    assert (await scheduled.act("open"))["status"] == "open"
    assert (await rosa.hear("surgery_opened"))["seq"] == 1
    assert (await rosa.say("I was first"))["seq"] == 2
    assert (await scheduled.act("close"))["status"] == "closed"
    assert (await rosa.hear("surgery_closed"))["seq"] == 3
    assert await rosa.refused("send_message", **DRAFT) == "closed"


async def test_in_a_closed_room_nothing_but_words_is_closed(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    said, question = await rosa.say("Before"), await rosa.ask("Before?")
    await room.act("close")
    late = await room.enter(cast.amir)
    assert late.entered["room"]["status"] == "closed"
    assert len(late.entered["events"]) == 4
    assert await rosa.refused("edit_message", id=said["id"], body="After") == "closed"
    answer = {"id": question, "client_id": DRAFT["client_id"], "body": "After"}
    assert await ada.refused("answer_question", **answer) == "closed"
    assert (await late.ok("flag_message", id=said["id"], reason="other"))["flag"]
    assert (await rosa.ok("withdraw_message", id=said["id"]))["ok"]
    assert (await ada.ok("hide_message", id=question, reason="Off topic"))["seq"] == 6


async def test_the_clock_opens_and_closes_a_surgery(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    clock.move(timedelta(hours=1, minutes=1))
    await scheduled.house.run_jobs()
    assert (await rosa.hear("surgery_opened"))["seq"] == 1
    clock.move(timedelta(hours=2))
    await scheduled.house.run_jobs()
    await rosa.hear("surgery_closed")
    assert (await scheduled.house.caller().get(f"/surgeries/{scheduled.id}")).json["status"] == "closed"
    log = await scheduled.log()
    await scheduled.house.run_jobs()
    assert await scheduled.log() == log, "what the clock did is done once"


async def test_a_host_who_does_not_come_is_announced(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    clock.move(timedelta(hours=1, minutes=1))
    await scheduled.house.run_jobs()
    assert [entry["kind"] for entry in await scheduled.log()] == ["surgery_opened"]
    for kind in ("host_late", "host_absent"):
        clock.move(timedelta(minutes=8))
        for _ in range(2):
            await scheduled.house.run_jobs()
        await rosa.hear(kind)
    assert [entry["kind"] for entry in await scheduled.log()] == ["surgery_opened", "host_late", "host_absent"]


async def test_a_host_who_is_there_is_not_announced_as_missing(scheduled: Room, cast: Cast):
    await scheduled.enter(cast.ada)
    clock.move(timedelta(hours=1, minutes=17))
    for _ in range(2):
        await scheduled.house.run_jobs()
    assert [entry["kind"] for entry in await scheduled.log()] == ["surgery_opened"]


async def test_a_cancelled_surgery_takes_no_words(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    assert (await scheduled.act("cancel"))["status"] == "cancelled"
    assert await rosa.refused("send_message", **DRAFT) == "closed"
