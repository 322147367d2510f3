"""What many change at once is told at once, then twice a second at most, and the last state always."""

import asyncio
import time
from dataclasses import replace

import pytest

from rooms.pulsing import Pulsing
from tests.cast import Cast
from tests.clients import JSON
from tests.rooms_from_outside import Room

HURRIED = 1.3
"""Seconds in which a change comes every few milliseconds."""


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def _hurry(pulsings: list[Pulsing], room: Room) -> int:
    """Change something all the time, in each process in turn; gives how often."""
    channel, ends, changed = f"room:{room.id}", time.perf_counter() + HURRIED, 0

    async def state() -> JSON:
        return {"room": room.id, "changed": changed}

    while time.perf_counter() < ends:
        changed += 1
        pulsings[changed % len(pulsings)].tell_soon("counted", channel, state)
        await asyncio.sleep(0.004)
    return changed


async def test_rosa_hears_the_first_change_at_once_and_the_last_one_surely(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    pulsing = Pulsing(room.house.app, room.house.settings)
    changed = await _hurry([pulsing], room)
    await rosa.live.wait("counted", changed=changed)
    told = rosa.live.of("counted")
    assert told[0]["changed"] <= 2
    assert 3 <= len(told) <= 4
    await pulsing.close()


@pytest.mark.redis
async def test_two_processes_together_tell_no_more_often(room: Room, cast: Cast, redis_url: str):
    rosa = await room.enter(cast.rosa)
    settings = replace(room.house.settings, redis_url=redis_url)
    pulsings = [Pulsing(room.house.app, settings) for _process in range(2)]
    changed = await _hurry(pulsings, room)
    await rosa.live.wait("counted", changed=changed)
    assert len(rosa.live.of("counted")) <= 5, "four in the time, and one for each that had something to say yet"
    for pulsing in pulsings:
        await pulsing.close()
