"""Two flags at once, in one process and in two: one item, and nobody's flag is lost."""

import asyncio
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.clients import Caller
from tests.moderation.flags.people import flags, flags_on, guest, open_items
from tests.rooms_from_outside import Room
from tests.running.server_process import running_server

NAMES = ("Alys", "Bryn", "Catrin", "Dewi", "Eira", "Ffion", "Gareth", "Heledd")


async def test_eight_who_flag_at_the_same_moment_make_one_item(room: Room, cast: Cast):
    said = (await (await room.enter(cast.rosa)).say("Number 14 are thieves"))["id"]
    crowd = [await guest(name) for name in NAMES]
    answers = await asyncio.gather(*(flags(room.house, one, said) for one in crowd))
    assert {answer.status for answer in answers} == {201}
    [item] = await open_items(said)
    assert item["flags"] == len(await flags_on(said)) == len(NAMES)


async def test_the_same_person_by_two_doors_at_once_makes_one_flag(room: Room, cast: Cast):
    said = (await (await room.enter(cast.rosa)).say("Number 14 are thieves"))["id"]
    answers = await asyncio.gather(*(flags(room.house, cast.amir, said) for _each in range(5)))
    assert len({answer.json["id"] for answer in answers}) == 1
    [item] = await open_items(said)
    assert item["flags"] == 1


async def test_a_decision_and_flags_at_the_same_moment_leave_at_most_one_open_item(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    said = (await (await room.enter(cast.rosa)).say("Number 14 are thieves"))["id"]
    crowd = [await guest(name) for name in NAMES]
    await flags(room.house, cast.amir, said)
    hiding = asyncio.ensure_future(ada.ok("hide_message", id=said, reason="Names a house"))
    answers = await asyncio.gather(*(flags(room.house, one, said) for one in crowd))
    assert (await hiding)["ok"] is True
    assert {answer.status for answer in answers} <= {201, 404}
    assert len(await open_items(said)) <= 1


@pytest.mark.postgres
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_flags_from_two_processes_meet_in_one_item(room: Room, cast: Cast, tmp_path: Path):
    said = (await (await room.enter(cast.rosa)).say("Number 14 are thieves"))["id"]
    crowd = [await guest(name) for name in NAMES]
    body = {"target": {"type": "message", "id": said}, "reason": "abuse"}
    settings = room.house.settings
    server = running_server(settings=settings, folder=tmp_path)
    there = await asyncio.to_thread(server.__enter__)
    callers = [Caller(there.url if number % 2 else room.house.url, one.token) for number, one in enumerate(crowd)]
    try:
        answers = await asyncio.gather(*(caller.post("/flags", body) for caller in callers))
        assert {answer.status for answer in answers} == {201}
        [item] = await open_items(said)
        assert item["flags"] == len(await flags_on(said)) == len(NAMES)
    finally:
        await asyncio.gather(*(caller.close() for caller in callers))
        await asyncio.to_thread(server.__exit__, None, None, None)
