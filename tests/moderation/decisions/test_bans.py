"""Keeping somebody out for good: proposed by one, confirmed by another, enforced in every room of the force."""

import asyncio
from datetime import timedelta

from foundation import clock
from foundation.models import AuditEntry
from moderation.decisions.models import Ban
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House
from tests.moderation.decisions.deciding import Desk


async def _page(house: House, member: Member) -> Browser:
    browser = Browser(house.url, member)
    await browser.get("/moderation/bans")
    return browser


async def _banned(desk: Desk, cast: Cast) -> str:
    """Mo removes Rosa for good; gives the ban's id."""
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "remove")
    return str((await Ban.get(person_id=cast.rosa.id)).id)


async def test_rosa_is_out_of_every_room_at_once_and_is_told_why(desk: Desk, cast: Cast) -> None:
    other = await desk.room.beside()
    here, there = await desk.room.enter(cast.rosa), await other.enter(cast.rosa)
    await _banned(desk, cast)
    for seat in (here, there):
        told = await seat.live.wait("removed", room=seat.room.id)
        assert told["reason"] == "It says who people are."
        assert told["until"] is not None, "nobody has confirmed it yet"
    await (await desk.room.enter(cast.amir)).say("Is she gone?")
    await there.live.quiet()
    assert not [entry for entry in here.live.entries("message_posted") if entry["data"]["body"] == "Is she gone?"]
    for room in (desk.room, other):
        live = await desk.house.live(cast.rosa)
        assert (await live.refused("enter", room=room.id, after=0))["code"] == "not_allowed"
    assert (await desk.house.page(f"/surgeries/{other.id}", cast.rosa)).status == 403
    assert "removed" in (await desk.told(cast.rosa))[0]


async def test_she_neither_asks_nor_votes_nor_walks_nor_flags(desk: Desk, cast: Cast) -> None:
    question = await (await desk.room.enter(cast.amir)).ask("When are the lamps mended?")
    rosa = await desk.room.enter(cast.rosa)
    await _banned(desk, cast)
    for event, data in (
        ("send_message", {"client_id": "7d6f4c8e-0000-4000-8000-000000000001", "body": "Me", "kind": "question"}),
        ("vote_question", {"id": question}),
        ("flag_message", {"id": question, "reason": "other"}),
        ("step_in", {}),
        ("join_queue", {}),
    ):
        assert (await rosa.send(event, **data))["error"]["code"] in ("not_allowed", "invalid"), event
    answer = await desk.house.caller(cast.rosa).send(
        "POST", f"/api/v1/surgeries/{desk.room.id}/questions/{question}/vote"
    )
    assert answer.status in (403, 404, 405)


async def test_a_room_of_another_force_is_open_to_her(desk: Desk, cast: Cast) -> None:
    await _banned(desk, cast)
    await Ban.filter(person_id=cast.rosa.id).update(force_id="gwent")
    assert (await (await desk.room.enter(cast.rosa)).say("Here I may"))["status"] == "published"


async def test_who_proposed_it_can_t_confirm_it_and_another_can(desk: Desk, cast: Cast) -> None:
    ban = await _banned(desk, cast)
    mo = await _page(desk.house, cast.mo)
    assert "You proposed it" in mo.page.text
    assert (await mo.post(f"/moderation/bans/{ban}/confirm")).status == 403
    dee = await _page(desk.house, cast.dee)
    assert "Waits for a second person" in dee.page.text
    assert (await dee.post(f"/moderation/bans/{ban}/confirm")).status == 303
    row = await Ban.get(id=ban)
    assert (row.proposed_by_id, row.confirmed_by_id) == (cast.mo.id, cast.dee.id)
    assert await AuditEntry.filter(act="ban.confirm", actor_id=cast.dee.id).count() == 1
    assert "confirmed" in (await desk.told(cast.rosa))[0]
    await Ban.filter(id=ban).update(ends_unless_confirmed_at=clock.now() - timedelta(days=400))
    live = await desk.house.live(cast.rosa)
    assert (await live.refused("enter", room=desk.room.id, after=0))["code"] == "not_allowed"
    await mo.close()
    await dee.close()


async def test_unconfirmed_it_ends_by_itself_after_a_week(desk: Desk, cast: Cast) -> None:
    ban = await _banned(desk, cast)
    ends = (await Ban.get(id=ban)).ends_unless_confirmed_at
    assert ends
    assert timedelta(days=6, hours=23) < ends - clock.now() <= timedelta(days=7)
    live = await desk.house.live(cast.rosa)
    assert (await live.refused("enter", room=desk.room.id, after=0))["code"] == "not_allowed"
    await Ban.filter(id=ban).update(ends_unless_confirmed_at=clock.now())
    await desk.room.enter(cast.rosa)
    dee = await _page(desk.house, cast.dee)
    assert "ended by itself" in dee.page.text
    assert (await dee.post(f"/moderation/bans/{ban}/confirm")).status == 409
    await dee.close()


async def test_of_two_who_confirm_at_once_one_does(desk: Desk, cast: Cast) -> None:
    ban = await _banned(desk, cast)
    browsers = [await _page(desk.house, each) for each in (cast.dee, cast.dai)]
    answers = await asyncio.gather(*(each.post(f"/moderation/bans/{ban}/confirm") for each in browsers))
    assert sorted(answer.status for answer in answers) == [303, 409]
    for each in browsers:
        await each.close()


async def test_let_back_she_comes_in_and_is_told(desk: Desk, cast: Cast) -> None:
    ban = await _banned(desk, cast)
    dee = await _page(desk.house, cast.dee)
    assert (await dee.post(f"/moderation/bans/{ban}/end", reason="")).status == 422
    assert (await dee.post(f"/moderation/bans/{ban}/end", reason="We talked")).status == 303
    await desk.room.enter(cast.rosa)
    assert "not removed any more" in (await desk.told(cast.rosa))[0]
    assert await AuditEntry.filter(act="ban.end", reason="We talked").count() == 1
    await dee.close()


async def test_moderators_of_another_force_know_nothing_of_it(desk: Desk, cast: Cast) -> None:
    ban = await _banned(desk, cast)
    max_ = await _page(desk.house, cast.max)
    assert "Rosa" not in max_.page.text
    assert (await max_.post(f"/moderation/bans/{ban}/confirm")).status == 404
    assert (await desk.house.page("/moderation/bans", cast.ada)).status == 403
    await max_.close()


async def test_where_two_removed_her_for_good_and_one_takes_it_back_the_other_decision_holds(
    desk: Desk, cast: Cast
) -> None:
    first = await desk.flagged(cast.rosa, cast.amir)
    second = await desk.flagged(cast.rosa, cast.amir, "Number 14 are thieves")
    by_mo = await desk.decided(cast.mo, first, "remove")
    by_dee = await desk.decided(cast.dee, second, "remove")
    assert (await desk.undo(cast.mo, by_mo)).status == 204
    live = await desk.house.live(cast.rosa)
    assert (await live.refused("enter", room=desk.room.id, after=0))["code"] == "not_allowed"
    standing = await Ban.get(person_id=cast.rosa.id, ended_at=None)
    assert (standing.decision_id, standing.proposed_by_id) == (by_dee["id"], cast.dee.id)
    assert (await desk.undo(cast.dee, by_dee)).status == 204
    await (await desk.room.enter(cast.rosa)).say("Thank you both")
