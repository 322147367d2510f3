"""The same text again and again waits: by one person wherever they write it, and by many who are new here."""

from functools import partial

import pytest

from foundation.database import atomic
from foundation.keys import LIMITS
from moderation.known.service import approved
from moderation.models import RuleHit
from moderation.repetition.keys import keys_of
from tests.cast import Cast
from tests.rooms_from_outside import Room

AD = "Cheap roof repairs today, ring the roofers of Cathays and mention this room for a discount"


@pytest.mark.parametrize(
    "other",
    [
        AD.upper(), AD.replace("discount", "discoooount"), f"{AD}!!! 🎉🎉", AD.replace(" ", "  "),
        AD.replace("o", "о"), f"Hello! {AD}", AD.replace("discount", "bargain"), f"{AD} thanks",
    ],
)  # fmt: skip
def test_nearly_the_same_is_the_same(other: str) -> None:
    assert not keys_of(AD).keys.isdisjoint(keys_of(other).keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bus stop on Crwys Road has no light", "The bus stop on Albany Road has no bench"),
        ("When will the bins be collected?", "When will the police come?"),
        ("This is message number 3 about the lamp by the park", "This is message number 4 about the lamp by the park"),
        ("Yes", "No"), ("👍", "👎"), ("Good evening everybody", "Good night everybody"),
    ],
)  # fmt: skip
def test_two_things_to_say_are_two(one: str, other: str) -> None:
    assert keys_of(one).keys.isdisjoint(keys_of(other).keys)


@pytest.mark.parametrize("text", ["", "Thank you!", "Good evening everybody", "a b c d e f g"])
def test_what_everybody_says_is_short(text: str) -> None:
    assert keys_of(text).short
    assert not keys_of(AD).short


def test_no_word_of_a_text_can_be_read_from_what_it_is_counted_under() -> None:
    assert all(set(key) <= set("0123456789abcdef") for key in keys_of(AD).keys)


async def test_the_fourth_time_waits(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    for again in (AD, f"{AD}!", AD.replace("today", "todaaay")):
        assert (await rosa.say(again))["status"] == "published"
    fourth = await rosa.say(AD.upper())
    assert (fourth["status"], fourth["reason"]) == (
        "held",
        "You have posted this before. A moderator will read it before it is shown again.",
    )
    assert (await rosa.say("And what else I wanted to say about the park"))["status"] == "published"
    hit = await RuleHit.get(target_id=fourth["id"])
    assert (hit.rule, hit.kind) == ("flood.own", "flood")


async def test_who_says_the_same_in_room_after_room_waits_at_last(room: Room, cast: Cast) -> None:
    rooms = [room, *[await room.beside() for _each in range(6)]]
    said = []
    for one in rooms:
        seat = await one.enter(cast.rosa)
        for _time in range(3):
            await room.house.app[LIMITS].reset("message", cast.rosa.id)  # as if the evening were longer
            said.append((await seat.say(AD))["status"])
    assert said == ["published"] * 20 + ["held"]


async def test_thanks_may_be_said_more_often(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    said = [(await rosa.say("Thank you!"))["status"] for _time in range(13)]
    assert said == ["published"] * 12 + ["held"]


async def test_who_mends_a_slip_does_not_say_it_again(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(AD)
    for mended in (f"{AD}.", f"{AD}!", AD):
        assert (await rosa.ok("edit_message", id=said["id"], body=mended))["status"] == "published"


async def test_officers_and_hosts_say_what_they_need_to(room: Room, cast: Cast) -> None:
    ada = await room.enter(cast.ada)
    assert {(await ada.say(AD))["status"] for _time in range(4)} == {"published"}


async def test_words_that_many_new_people_post_wait_and_who_is_known_passes(room: Room, cast: Cast) -> None:
    guests = []
    for letter in "ABCDEFGHIJ":
        answer = await room.house.caller().post("/guest", {"name": f"Visitor {letter}x"})
        assert answer.status == 201, answer.text
        guests.append(await room.enter(token=answer.json["token"]))
    assert [(await guest.say(AD))["status"] for guest in guests] == ["published"] * 9 + ["held"]
    assert (await (await room.enter(cast.gwen)).say(f"{AD}!"))["status"] == "held"
    await atomic(partial(approved, cast.amir.id))
    assert (await (await room.enter(cast.amir)).say(AD))["status"] == "published"
