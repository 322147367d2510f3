"""Somebody's details are hidden at once: by a rule's decision that says it is one, and that a person reads soon."""

from datetime import timedelta

import pytest

from accounts.models import Person
from foundation import clock
from foundation.database import atomic
from moderation.flags.models import FlaggerRecord
from moderation.items.models import ReviewItem
from moderation.known.service import approved
from moderation.models import Decision, Flag
from notices.models import Notice
from rooms.models import Message
from tests.cast import Cast, Member
from tests.moderation.flags.people import flags, open_items, resident
from tests.rooms_from_outside import Room, Seat

PHONE = "Ring Dai on 07700 900123"


async def _published(seat: Seat, body: str) -> str:
    """Words that came through the rules of another day: told as ordinary ones, and what they say is put in after."""
    said = str((await seat.say("Good evening"))["id"])
    await Message.filter(id=said).update(body=body)
    return said


async def _decisions(target: str) -> list[Decision]:
    return await Decision.filter(target_id=target).order_by("id")


async def test_what_a_rule_finds_too_is_hidden_with_the_first_flag(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await _published(rosa, PHONE)
    assert (await flags(room.house, cast.gwen, said, "personal_data")).status == 201
    await amir.hear("message_hidden", id=said)
    [decision] = await _decisions(said)
    assert (decision.action, decision.actor_id, decision.actor_role, decision.clause) == ("hide", None, None, "private")
    [item] = await open_items(said)
    assert item["due_at"] - clock.now() < timedelta(minutes=15)
    [notice] = await Notice.filter(person_id=cast.rosa.id)
    assert "A rule did this, and no person has read it yet" in notice.sentence
    assert "until a moderator has read it" in notice.sentence


async def test_mo_reads_it_after_and_brings_it_back(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await _published(rosa, PHONE)
    await flags(room.house, cast.gwen, said, "about_me")
    [item] = await open_items(said)
    ruling = {"version": item["version"], "action": "approve", "clause": "", "reason": "It is a shop's number."}
    answer = await room.house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", ruling)
    assert answer.status == 201, answer.text
    await amir.hear("message_restored", id=said)
    assert await ReviewItem.filter(target_id=said, state="open").count() == 0
    again = await flags(room.house, cast.huw, said, "personal_data")
    assert again.status == 201
    assert (await Message.get(id=said)).state == "published", "what a person let stand, no rule takes down"
    assert len(await open_items(said)) == 1, "but somebody looks again"


@pytest.mark.parametrize("reason", ["abuse", "danger", "other"])
async def test_other_reasons_hide_nothing(room: Room, cast: Cast, reason: str):
    said = await _published(await room.enter(cast.rosa), PHONE)
    await flags(room.house, cast.amir, said, reason)
    assert await _decisions(said) == []


async def test_a_lone_flag_on_ordinary_words_hides_nothing(room: Room, cast: Cast):
    said = (await (await room.enter(cast.rosa)).say("Good evening"))["id"]
    await flags(room.house, cast.amir, said, "about_me")
    assert await _decisions(said) == []


async def test_two_good_flaggers_from_two_places_are_enough(room: Room, cast: Cast):
    said = (await (await room.enter(cast.rosa)).say("Dai from number nine drinks"))["id"]
    await _become(cast.amir, "known")
    await flags(room.house, cast.amir, said, "about_me")
    await Flag.filter(target_id=said).update(origin="another-place")
    await flags(room.house, cast.huw, said, "personal_data")
    [decision] = await _decisions(said)
    assert decision.actor_id is None
    assert "Two people flagged it" in decision.reason


@pytest.mark.parametrize("how", ["new", "known", "confirmed", "since suspended", "often right"])
async def test_accounts_of_today_hide_nothing_together(room: Room, cast: Cast, how: str) -> None:
    said = (await (await room.enter(cast.rosa)).say("Dai from number nine drinks"))["id"]
    pair = [await resident("Bryn"), await resident("Cari")]
    for each in pair:
        await _become(each, how)
    await flags(room.house, pair[0], said, "about_me")
    await Flag.filter(target_id=said).update(origin="another-place")
    if how == "since suspended":
        await Person.filter(id=pair[0].id).update(suspended_at=clock.now())
    await flags(room.house, pair[1], said, "about_me")
    hidden = how in ("known", "confirmed", "often right")
    assert [decision.action for decision in await _decisions(said)] == (["hide"] if hidden else [])
    [item] = await open_items(said)
    assert item["due_at"] - clock.now() < timedelta(minutes=15), "a person reads it soon all the same"


async def _become(member: Member, how: str) -> None:
    if how == "known":
        await atomic(lambda: approved(member.id))
    elif how in ("confirmed", "since suspended"):
        await Person.filter(id=member.id).update(confirmed_at=clock.now())
    elif how == "often right":
        await FlaggerRecord.create(person_id=member.id, upheld=4)


async def test_what_was_flagged_before_its_author_changed_it_counts_for_other_words(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Dai from number nine drinks"))["id"]
    await _become(cast.amir, "known")
    await flags(room.house, cast.amir, said, "about_me")
    await Flag.filter(target_id=said).update(origin="another-place")
    await rosa.ok("edit_message", id=said, body="The pub is loud at night")
    await flags(room.house, cast.huw, said, "personal_data")
    assert await _decisions(said) == []


@pytest.mark.parametrize("why", ["one place", "a guest", "a bad record"])
async def test_two_who_are_one_or_are_not_trusted_are_not_enough(room: Room, cast: Cast, why: str):
    said = (await (await room.enter(cast.rosa)).say("Dai from number nine drinks"))["id"]
    second = cast.gwen if why == "a guest" else cast.huw
    if why == "a bad record":
        await FlaggerRecord.create(person_id=second.id, refused=3)
    await _become(cast.amir, "known")
    await flags(room.house, cast.amir, said, "about_me")
    if why != "one place":
        await Flag.filter(target_id=said).update(origin="another-place")
    await flags(room.house, second, said, "about_me")
    assert await _decisions(said) == []
    [item] = await open_items(said)
    assert item["flags"] == 2


async def test_what_an_officer_says_for_the_force_is_left_to_a_person(room: Room, cast: Cast):
    said = await _published(await room.enter(cast.ada), PHONE)
    await flags(room.house, cast.amir, said, "personal_data")
    assert await _decisions(said) == []
    assert len(await open_items(said)) == 1
