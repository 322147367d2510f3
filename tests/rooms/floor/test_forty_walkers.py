"""Forty people on two floors, over real connections, on one process and on two that meet in Redis."""

import asyncio
import random
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from tortoise.context import get_current_context

from foundation import database
from foundation.database import atomic
from foundation.permissions import Role
from foundation.settings import Settings
from rooms.floor.plans import load_plans
from server.models import MODELS
from tests.cast import Cast, Member, add_member
from tests.clients import Caller, Live
from tests.rooms_from_outside import Room, plan
from tests.running.server_process import running_server

FREE = sorted(load_plans(None).usual.grid.free_tiles())


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
async def neighbours(settings: Settings, cast: Cast) -> list[Member]:
    """Forty residents more."""
    people = [Member(f"N{number} Neighbour", Role.RESIDENT, None, ("cathays",)) for number in range(40)]
    if get_current_context():
        await _add(people)
        return people
    await database.connect(settings, MODELS)
    try:
        await _add(people)
    finally:
        await database.close()
    return people


async def _add(people: list[Member]) -> None:
    for each in people:
        await atomic(partial(add_member, each))


async def come(url: str, room_id: str, member: Member) -> tuple[Live, int]:
    live = Live()
    await live.connect(url, {"token": member.token})
    await live.ok("enter", room=room_id, after=0)
    return live, (await live.ok("step_in", room=room_id))["floor"]


async def hear_of(live: Live, people: int) -> None:
    """Wait until somebody heard so many walk."""
    await live.until(lambda: len({walk["person"] for walk in live.of("walked")}) >= people)


async def test_forty_walk_on_two_floors_and_hear_of_their_own_only(room: Room, neighbours: list[Member]):
    came = [await come(room.house.url, room.id, each) for each in neighbours]
    assert sorted(floor for _live, floor in came) == [1] * 30 + [2] * 10
    await asyncio.gather(*(live.ok("walk", room=room.id, to=random.choice(FREE)) for live, _floor in came))
    for live, floor in came:
        await hear_of(live, 30 if floor == 1 else 10)
    await came[0][0].quiet()
    for live, floor in came:
        walks = live.of("walked")
        assert {walk["floor"] for walk in walks} == {floor}
        assert len({walk["person"] for walk in walks}) == (30 if floor == 1 else 10)
    ends = [tuple(walk["path"][-1]) for walk in came[0][0].of("walked")]
    assert len(set(ends)) == 30, "two stand on one tile"
    await asyncio.gather(*(live.close() for live, _floor in came))


@pytest.fixture
def two_urls(settings: Settings, redis_url: str, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Two processes on one database and one Redis, each on a port of its own."""
    about = {"settings": settings, "folder": tmp_path, "BLUELAMP_REDIS_URL": redis_url, "BLUELAMP_LIMITS": "off"}
    with ExitStack() as stack:
        first, second = (stack.enter_context(running_server(**about)) for _ in range(2))  # type: ignore[arg-type]
        yield first.url, second.url


@pytest.mark.redis
async def test_people_of_two_processes_are_on_the_same_floors(
    neighbours: list[Member], cast: Cast, two_urls: tuple[str, str]
):
    ada = Caller(two_urls[0], cast.ada.token)
    room_id = (await ada.post("/surgeries", plan())).json["id"]
    await ada.post(f"/surgeries/{room_id}/open")
    came = [await come(two_urls[number % 2], room_id, each) for number, each in enumerate(neighbours)]
    assert sorted(floor for _live, floor in came) == [1] * 30 + [2] * 10
    shown = await came[1][0].ok("look_at_floor", room=room_id, floor=1)
    assert len(shown["people"]) == 30, "the snapshot shows those of the other process too"
    assert shown["floors"] == [30, 10]
    await came[0][0].ok("walk", room=room_id, to=[6, 4])
    assert (await came[1][0].wait("walked", person=neighbours[0].id))["path"][-1] == [6, 4]
    await came[0][0].close()
    await came[1][0].wait("stepped_out", person=neighbours[0].id)
    late, floor = await come(two_urls[1], room_id, cast.rosa)
    assert floor == 1
    await asyncio.gather(late.close(), ada.close(), *(live.close() for live, _floor in came[1:]))
