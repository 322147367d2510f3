"""A floor as its screens get it: who stands where, as the record shows them now."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from accounts.people import persons
from foundation.clock import rfc3339
from rooms.floor.crowd import Crowd, Walker
from rooms.floor.walks import SPEED

JSON = dict[str, Any]


def walk_of(walker: Walker) -> JSON:
    """`{path, at, speed}`: the corners of a way, when it begins, tiles a second."""
    return {"path": walker.path, "at": rfc3339(datetime.fromtimestamp(walker.at, UTC)), "speed": SPEED}


async def shown(walkers: Collection[Walker]) -> list[JSON]:
    """Each with `person` as the record is now."""
    people = await persons([walker.person for walker in walkers])
    return [{"person": people[walker.person], **walk_of(walker)} for walker in walkers if walker.person in people]


def on_floor(crowd: Crowd, floor: int) -> list[Walker]:
    return [walker for walker in crowd.values() if walker.floor == floor]


def counts(crowd: Crowd) -> list[int]:
    """How many stand on each floor, the first one first; one floor at least."""
    floors = [walker.floor for walker in crowd.values()]
    return [floors.count(floor) for floor in range(1, max(floors, default=1) + 1)]
