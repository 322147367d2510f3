"""Taking a decision back within two minutes: the thing, its author and its place are as before, and its item waits."""

from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.models import AuditEntry
from moderation.decisions.models import Ban
from moderation.known.models import KnownPerson
from moderation.models import Decision
from tests.cast import Cast
from tests.moderation.decisions.deciding import WORDS, Desk

ACTIONS: dict[str, dict[str, Any]] = {
    "hide": {},
    "hide_and_warn": {},
    "warn": {},
    "edit": {"body": "The lamp is dark"},
    "silence": {"seconds": 600},
    "remove": {"seconds": 600},
    "lock": {},
    "escalate": {"to": "officer"},
    "none": {},
}


@pytest.mark.parametrize("action", list(ACTIONS))
async def test_everything_is_as_it_was_before_it(desk: Desk, cast: Cast, action: str) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    place = await desk.place_in_log(message)
    decision = await desk.decided(cast.mo, message, action, **ACTIONS[action])
    assert (await desk.undo(cast.mo, decision)).status == 204
    assert await desk.shown(message) == WORDS
    assert await desk.place_in_log(message) == place
    item = await desk.item(message, cast.mo)
    assert item["escalated_to"] is None
    await (await desk.room.enter(cast.rosa)).say("I can still write")
    assert (await desk.decide(cast.dee, item, "hide")).status == 201, "its item waits again"


@pytest.mark.parametrize("action", ["approve", "hide", "warn"])
async def test_what_waited_waits_again_and_nobody_reads_it(desk: Desk, cast: Cast, action: str) -> None:
    message = await desk.held(cast.rosa)
    amir = await desk.room.enter(cast.amir)
    decision = await desk.decided(cast.mo, message, action)
    assert (await desk.undo(cast.dee, decision)).status == 204
    assert await desk.shown(message) is None
    if action != "hide":
        await amir.hear("message_hidden", id=message)
    await desk.decided(cast.mo, message, "approve")
    assert await desk.shown(message) == WORDS


async def test_the_mode_of_before_comes_back_with_an_unlocked_room(desk: Desk, cast: Cast) -> None:
    host = await desk.room.enter(cast.ada)
    await host.ok("set_mode", mode="slow", seconds=5)
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "lock")
    await desk.undo(cast.mo, decision)
    modes = [entry["data"] for entry in await desk.room.log() if entry["kind"] == "mode_changed"]
    assert [(mode["mode"], mode["seconds"]) for mode in modes] == [("slow", 5), ("locked", None), ("slow", 5)]


async def test_an_edit_that_was_refused_waits_again(desk: Desk, cast: Cast) -> None:
    rosa = await desk.room.enter(cast.rosa)
    message = (await rosa.say(WORDS))["id"]
    await (await desk.room.enter(cast.ada)).ok("set_mode", mode="premoderated")
    await rosa.ok("edit_message", id=message, body="Another lamp")
    decision = await desk.decided(cast.mo, message, "hide")
    assert await desk.shown(message) == WORDS, "what was to be changed stands"
    assert (await desk.undo(cast.mo, decision)).status == 204
    assert (await desk.item(message, cast.mo))["text"] == "Another lamp"
    decision = await desk.decided(cast.mo, message, "approve")
    assert await desk.shown(message) == "Another lamp"
    assert (await desk.undo(cast.mo, decision)).status == 204
    assert await desk.shown(message) == WORDS
    assert (await desk.item(message, cast.mo))["text"] == "Another lamp"


async def test_a_host_who_hid_their_own_words_may_have_them_back_and_they_still_wait(desk: Desk, cast: Cast) -> None:
    said = await desk.flagged(cast.ada, cast.amir, "You people never learn")
    await (await desk.room.enter(cast.ada)).ok("hide_message", id=said, reason="I was wrong to say it")
    [hidden] = await Decision.filter(target_id=said).values("id")
    assert (await desk.undo(cast.mo, hidden)).status == 204
    assert await desk.shown(said) == "You people never learn"
    assert await desk.waits(said, cast.mo)


async def test_an_undo_lets_nobody_in_whom_a_later_decision_keeps_out(desk: Desk, cast: Cast) -> None:
    rosa = await desk.room.enter(cast.rosa)
    first, second = await desk.flagged(cast.rosa, cast.amir), await desk.flagged(cast.rosa, cast.amir, "Bins again")
    decision = await desk.decided(cast.mo, first, "silence", seconds=60)
    later = await desk.decided(cast.mo, second, "silence", seconds=600)
    assert (await desk.undo(cast.mo, decision)).status == 204
    assert (await desk.refusal(rosa))["code"] == "not_allowed"
    assert (await desk.undo(cast.mo, later)).status == 204
    await rosa.say("I can write again")


async def test_after_two_minutes_it_stands(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    clock.move(timedelta(minutes=2, seconds=1))
    refused = await desk.undo(cast.mo, decision)
    assert (refused.status, "two minutes" in refused.json["detail"]) == (409, True)
    assert await desk.shown(message) is None


async def test_nobody_takes_it_back_twice(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "none")
    assert (await desk.undo(cast.mo, decision)).status == 204
    again = await desk.undo(cast.dee, decision)
    assert (again.status, again.json["decision"]["action"]) == (409, "undo")


async def test_who_may_not_decide_takes_nothing_back(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.mo, cast.amir)
    decision = await desk.decided(cast.dee, message, "hide")
    answers = [await desk.undo(each, decision) for each in (cast.mo, cast.max, cast.rosa, cast.ada)]
    assert [answer.status for answer in answers] == [403, 404, 403, 403]
    assert await desk.shown(message) is None


async def test_rosa_reads_that_it_was_taken_back_and_the_records_are_put_right(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    assert (await KnownPerson.get(person_id=cast.rosa.id)).refused == 1
    await desk.undo(cast.mo, decision)
    assert (await KnownPerson.get(person_id=cast.rosa.id)).refused == 0
    [sentence] = await desk.told(cast.rosa)
    assert "taken back" in sentence
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert "This was taken back" in page.text
    assert "/appeal" not in page.text
    assert await AuditEntry.filter(act="message.undo", actor_id=cast.mo.id).count() == 1


async def test_a_removal_for_good_that_is_taken_back_leaves_no_ban(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "remove")
    assert await Ban.filter(ended_at=None).count() == 1
    await desk.undo(cast.mo, decision)
    assert await Ban.filter(ended_at=None).count() == 0
    await (await desk.room.enter(cast.rosa)).say("Here again")
