"""What is held, urgent or gone in a room, and its item."""

from datetime import timedelta

import pytest

from foundation import clock
from moderation.evidence.models import Evidence
from moderation.items.models import ReviewItem
from moderation.models import RuleHit
from tests.cast import Cast
from tests.moderation.flags.people import flags, open_items
from tests.moderation.queue.waiting import HELD
from tests.rooms_from_outside import Room

THREAT = "I will stab you on your doorstep tonight"


async def test_an_ordinary_line_leaves_nothing_behind(room: Room, cast: Cast):
    await (await room.enter(cast.rosa)).say("Good evening, when do you patrol?")
    assert await ReviewItem.all().count() == await RuleHit.all().count() == await Evidence.all().count() == 0


async def test_what_a_rule_holds_waits_with_what_was_found_and_is_kept(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    await mo.live.ok("watch_queue")
    said = await rosa.say(HELD, confirm=True)
    [item] = await open_items(said["id"])
    assert (item["cause"], item["kind"], item["live"]) == ("held", "personal_data", 1)
    assert item["reach"] >= 2, "as many as are there may have read it"
    [hit] = await RuleHit.filter(target_id=said["id"])
    assert HELD[hit.start : hit.end] == "07700 900123"
    assert hit.rule_set_id
    assert await Evidence.filter(item_id=item["id"], why="held").count() == 1
    assert (await mo.live.wait("queue_changed"))["id"] == item["id"]


@pytest.mark.parametrize(("mode", "kind"), [("premoderated", "premoderated"), ("newcomers", "newcomer")])
async def test_what_the_mode_holds_waits_too(room: Room, cast: Cast, mode: str, kind: str):
    ada, rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    await ada.ok("set_mode", mode=mode)
    said = await rosa.say("Good evening")
    [item] = await open_items(said["id"])
    assert (item["cause"], item["kind"]) == ("held", kind)
    assert item["due_at"] - clock.now() > timedelta(hours=23)


async def test_an_emergency_is_read_by_all_and_somebody_is_called(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("He has a knife and he is in my house now, please help")
    assert said["status"] == "published"
    [item] = await open_items(said["id"])
    assert (item["cause"], item["kind"]) == ("paged", "emergency")
    assert item["due_at"] - clock.now() <= timedelta(minutes=2)


async def test_mended_by_its_author_it_waits_for_nobody(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(HELD, confirm=True)
    mended = await rosa.ok("edit_message", id=said["id"], body="Ring me")
    assert mended["status"] == "published"
    [item] = await ReviewItem.filter(target_id=said["id"]).values()
    assert (item["state"], item["open_key"], item["decision_id"]) == ("closed", None, None)


async def test_taken_back_it_waits_for_nobody(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(HELD, confirm=True)
    await rosa.ok("withdraw_message", id=said["id"])
    assert await open_items(said["id"]) == []
    assert (await ReviewItem.get(target_id=said["id"])).state == "closed"


async def test_what_was_flagged_waits_on_when_its_author_changes_it(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Number 14 are thieves"))["id"]
    await flags(room.house, cast.amir, said)
    await rosa.ok("edit_message", id=said, body="Good evening")
    [item] = await open_items(said)
    assert (item["revision"], item["version"]) == (2, 2), "whoever read the old words is to look again"


async def test_a_danger_waits_on_also_when_its_words_are_gone(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("See you at the bridge, Dai"))["id"]
    await flags(room.house, cast.amir, said, "danger")
    await rosa.ok("withdraw_message", id=said)
    [item] = await open_items(said)
    assert (item["kind"], item["version"]) == ("danger", 2)
    page = (await room.house.page("/flags", cast.amir)).text
    assert "Waiting for a moderator" in page


async def test_a_flagged_line_that_is_taken_back_is_decided_by_that(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Number 14 are thieves"))["id"]
    await flags(room.house, cast.amir, said)
    await rosa.ok("withdraw_message", id=said)
    assert await open_items(said) == []
    assert "taken back by its author" in (await room.house.page("/flags", cast.amir)).text


async def test_an_edit_that_waits_is_the_same_items(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Good evening")
    await flags(room.house, cast.amir, said["id"])
    held = await rosa.ok("edit_message", id=said["id"], body=HELD, confirm=True)
    assert held["status"] == "held"
    [item] = await open_items(said["id"])
    assert (item["kind"], item["flags"], item["revision"]) == ("personal_data", 1, 2)


async def test_when_the_room_closes_nothing_is_put_off_and_when_it_opens_it_is_urgent(scheduled: Room, cast: Cast):
    clock.move(timedelta(minutes=50))
    rosa = await scheduled.enter(cast.rosa)
    asked = await rosa.ask("When will you patrol at the school?")
    await flags(scheduled.house, cast.amir, asked, "child")
    [before] = await open_items(asked)
    assert (before["live"], before["due_at"] - clock.now() > timedelta(minutes=10)) == (0, True)
    await scheduled.act("open")
    [opened] = await open_items(asked)
    assert opened["live"] == 1
    assert opened["priority"] < before["priority"]
    assert opened["due_at"] - clock.now() <= timedelta(minutes=2)
    await scheduled.act("close")
    [closed] = await open_items(asked)
    assert (closed["live"], closed["priority"], closed["due_at"]) == (0, before["priority"], opened["due_at"])
