"""Who is new here, and how they come to be known: by what people approved, or by posts that stood."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from importlib import import_module

import pytest

from foundation import clock
from foundation.database import atomic
from moderation.known.service import approval_undone, approved, is_known, refusal_undone, refused
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room

_MIGRATION = import_module("server.migrations.0016_who_is_known_already")
_Act = Callable[[str], Awaitable[None]]
DAYS = timedelta(days=2, minutes=1)


async def _know(house: House, person: str) -> bool:
    return await is_known(house.app, person)


async def test_nobody_is_known_who_has_said_nothing(house: House, cast: Cast) -> None:
    assert not await _know(house, cast.rosa.id)


async def test_rosa_is_known_once_mo_approved_a_post_of_hers(room: Room, cast: Cast) -> None:
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    await mo.ok("set_mode", mode="newcomers")
    said = await rosa.say("Could we have a bench at the stop?")
    assert said["status"] == "held"
    await mo.ok("approve_message", id=said["id"])
    assert (await rosa.say("And a light beside it?"))["status"] == "published"


async def test_three_posts_that_stood_for_two_days_are_enough_and_two_are_not(room: Room, cast: Cast) -> None:
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    for words in ("The bins were late", "The bus was full", "The park is open again"):
        await rosa.say(words)
    for words in ("The bins were early", "The bus was empty"):
        await amir.say(words)
    assert not await _know(room.house, cast.rosa.id), "must be new on the first day for this to mean anything"
    clock.move(DAYS)
    assert await _know(room.house, cast.rosa.id)
    assert not await _know(room.house, cast.amir.id)


async def test_a_post_that_was_taken_down_did_not_stand(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    said = [await rosa.say(words) for words in ("The bins were late", "The bus was full", "The park is open")]
    await rosa.ok("withdraw_message", id=said[0]["id"])
    clock.move(DAYS)
    assert not await _know(room.house, cast.rosa.id)


async def test_who_has_a_post_refused_is_new_again_until_three_were_approved(house: House, cast: Cast) -> None:
    rosa = cast.rosa.id
    await atomic(partial(approved, rosa))
    assert await _know(house, rosa)
    clock.move(timedelta(minutes=1))
    await atomic(partial(refused, rosa))
    assert not await _know(house, rosa)
    for known in (False, False, True):
        clock.move(timedelta(minutes=1))
        await atomic(partial(approved, rosa))
        assert await _know(house, rosa) is known


async def test_posts_that_stand_do_not_help_who_had_one_refused(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    for words in ("The bins were late", "The bus was full", "The park is open again"):
        await rosa.say(words)
    clock.move(DAYS)
    assert await _know(room.house, cast.rosa.id)
    await atomic(partial(refused, cast.rosa.id))
    assert not await _know(room.house, cast.rosa.id)


@pytest.mark.parametrize(
    ("did", "undid", "known"),
    [((approved,), approval_undone, False), ((approved, refused), refusal_undone, True)],
    ids=["an approval", "a refusal"],
)
async def test_what_is_undone_counts_for_nothing(
    house: House, cast: Cast, did: tuple[_Act, ...], undid: _Act, known: bool
) -> None:
    for act in (*did, undid):
        clock.move(timedelta(minutes=1))
        await atomic(partial(act, cast.rosa.id))
    assert await _know(house, cast.rosa.id) is known


async def test_who_wrote_before_all_this_is_known(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    await rosa.say("I was here before")
    assert not await _know(room.house, cast.rosa.id), "one post that nobody approved is not enough today"
    await _MIGRATION._know(None, None)
    assert await _know(room.house, cast.rosa.id)
    assert not await _know(room.house, cast.amir.id)
