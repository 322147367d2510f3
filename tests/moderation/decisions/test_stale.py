"""Two moderators at once: the second gets 409, and sees who decided what."""

import asyncio

from moderation.models import Decision
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk


async def test_a_decision_on_a_stale_item_carries_the_one_that_came_first(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    item = await desk.item(message, cast.mo)
    first = await desk.decide(cast.mo, item, "hide")
    second = await desk.decide(cast.dee, item, "none")
    assert (first.status, second.status) == (201, 409)
    assert second.json["decision"]["id"] == first.json["id"]
    assert second.json["decision"]["by"]["name"] == "Mo Evans"
    assert await desk.shown(message) is None


async def test_what_was_said_against_it_meanwhile_is_read_before_it_is_decided(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir, reason="other")
    item = await desk.item(message, cast.mo)
    await (await desk.room.enter(cast.gwen)).ok("flag_message", id=message, reason="danger")
    answer = await desk.decide(cast.mo, item, "none")
    assert answer.status == 409
    assert "decision" not in answer.json
    assert await desk.waits(message, cast.mo)


async def test_of_two_who_decide_at_once_one_does(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    item = await desk.item(message, cast.mo)
    answers = await asyncio.gather(*(desk.decide(each, item, "hide") for each in (cast.mo, cast.dee, cast.dai)))
    assert sorted(answer.status for answer in answers) == [201, 409, 409]
    [made] = [answer.json["id"] for answer in answers if answer.status == 201]
    assert await Decision.filter(target_id=message).values_list("id", flat=True) == [made]
    assert {answer.json["decision"]["id"] for answer in answers if answer.status == 409} == {made}


async def test_of_two_who_warn_at_once_one_does(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    item = await desk.item(message, cast.mo)
    answers = await asyncio.gather(*(desk.decide(each, item, "warn") for each in (cast.mo, cast.dee)))
    assert sorted(answer.status for answer in answers) == [201, 409]
    assert len(await desk.told(cast.rosa)) == 1


async def test_a_host_who_hides_it_in_the_room_comes_first_as_anybody(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    item = await desk.item(message, cast.mo)
    await (await desk.room.enter(cast.ada)).ok("hide_message", id=message, reason="We know the lamp")
    assert not await desk.waits(message, cast.mo)
    answer = await desk.decide(cast.mo, item, "none")
    assert (answer.status, answer.json["decision"]["by"]["id"]) == (409, cast.ada.id)


async def test_an_edit_in_between_is_not_approved_unseen(desk: Desk, cast: Cast) -> None:
    message = await desk.held(cast.rosa)
    item = await desk.item(message, cast.mo)
    await (await desk.room.enter(cast.rosa)).ok("edit_message", id=message, body="Quite another thing")
    assert (await desk.decide(cast.mo, item, "approve")).status == 409
    assert await desk.shown(message) is None


async def test_what_its_author_took_back_waits_for_nobody(desk: Desk, cast: Cast) -> None:
    message = await desk.held(cast.rosa)
    item = await desk.item(message, cast.mo)
    await (await desk.room.enter(cast.rosa)).ok("withdraw_message", id=message)
    assert (await desk.decide(cast.mo, item, "approve")).status == 409


async def test_what_staff_take_down_of_their_own_waits_for_somebody_else(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.mo, cast.amir)
    await (await desk.room.enter(cast.mo)).ok("hide_message", id=message, reason="I should not have said that")
    assert await desk.shown(message) is None
    answer = await desk.decide(cast.dee, await desk.item(message, cast.dee), "hide_and_warn")
    assert answer.status == 201, answer.text
