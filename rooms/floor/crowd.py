"""Who stands where on the floors of one room: pure, so that memory and Redis keep the same by the same rules."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.language import _
from rooms.floor.faults import A_FLOOR
from rooms.floor.paths import corners, filled, find_path, is_walkable, nearest_free
from rooms.floor.plan import Plan
from rooms.floor.tiles import Tile
from rooms.floor.walks import arrival, next_tile

LASTS = 60.0
"""Seconds that somebody is believed to stand there without their process saying so again."""


class Walker(msgspec.Struct):
    """Somebody on a floor. `path` holds the corners of their last walk, which began at `at` (seconds since 1970).

    `plan` is the one that they stepped onto, `tabs` are their connections that stepped in, `until`: when they count as
    gone unless their process says otherwise.
    """

    person: str
    floor: int
    path: list[Tile]
    at: float
    tabs: list[str]
    until: float
    plan: str

    @property
    def end(self) -> Tile:
        """Where they stand, or will."""
        return self.path[-1]


Crowd = dict[str, Walker]
"""Everybody on the floors of one room, by the person's id."""


def drop_gone(crowd: Crowd, now: float) -> None:
    """Forget those whose process has stopped without a word."""
    for person in [walker.person for walker in crowd.values() if walker.until < now]:
        del crowd[person]


def come_in(crowd: Crowd, plan: Plan, person: str, tab: str, now: float) -> bool:
    """Put somebody onto the first floor with room for them, by the door; whether they were not there yet."""
    drop_gone(crowd, now)
    if here := crowd.get(person):
        here.tabs = [*{*here.tabs, tab}]
        here.until = now + LASTS
        return False
    floor = first_floor_with_room(crowd.values())
    at = nearest_free(plan.grid, plan.spawn[0], plan.spawn[0], _taken(crowd, floor))
    if at is None:
        raise Conflict(_("The floor is full at the moment. You can read and write all the same."))
    crowd[person] = Walker(person, floor, [at], now, [tab], now + LASTS, plan.id)
    return True


def first_floor_with_room(walkers: Iterable[Walker]) -> int:
    """The lowest floor, from 1, on which fewer than thirty people are."""
    floors = [walker.floor for walker in walkers]
    floor = 1
    while floors.count(floor) >= A_FLOOR:
        floor += 1
    return floor


def go_out(crowd: Crowd, person: str, tab: str | None = None) -> Walker | None:
    """Take somebody off the floor with their last tab, or at once without one; gives whom it took off."""
    here = crowd.get(person)
    if here is None:
        return None
    here.tabs = [other for other in here.tabs if other != tab] if tab else []
    return None if here.tabs else crowd.pop(person)


def take_all(crowd: Crowd) -> list[Walker]:
    """Take everybody off."""
    gone = list(crowd.values())
    crowd.clear()
    return gone


def renew(crowd: Crowd, people: Collection[str], now: float) -> list[Walker]:
    """These people are still there; gives whom it took off because nobody has said so of them for long."""
    before = list(crowd.values())
    drop_gone(crowd, now)
    for walker in crowd.values():
        if walker.person in people:
            walker.until = now + LASTS
    return [walker for walker in before if walker.person not in crowd]


def walk(crowd: Crowd, plan: Plan, person: str, wanted: Tile | Sequence[Tile], now: float) -> Walker:
    """Send somebody to a tile, or along a path of tiles that begins where they get to next.

    Raises NotAllowed for who is not on the floor, Invalid for a tile or a path that can't be walked.
    """
    drop_gone(crowd, now)
    here = crowd.get(person)
    if here is None:
        raise NotAllowed(_("Step in first: you are not on the floor."))
    path = filled(here.path)
    number, reached = next_tile(path, here.at, now)
    taken = _taken(crowd, here.floor, but=person)
    walked = _way(plan, path[number], wanted, taken)
    # Whoever stands begins now, whoever walks where their next step ends: nobody is ahead of themselves.
    here.path, here.at = corners(walked), max(reached, now)
    here.until = max(now + LASTS, arrival(walked, here.at))
    return here


def _way(plan: Plan, start: Tile, wanted: Tile | Sequence[Tile], taken: set[Tile]) -> list[Tile]:
    if isinstance(wanted[0], int):
        return _way_to(plan, start, (wanted[0], int(wanted[1])), taken)  # type: ignore[arg-type]  # one tile, by its first number
    path = [tile for tile in wanted if not isinstance(tile, int)]
    if path[0] != start or not is_walkable(plan.grid, path):
        raise Invalid(_("Nobody can walk that way from where you are."))
    if path[-1] in taken:
        raise Invalid(_("Somebody stands there. Choose another place."))
    return path


def _way_to(plan: Plan, start: Tile, to: Tile, taken: set[Tile]) -> list[Tile]:
    if not plan.grid.is_free(to):
        raise Invalid(_("Nobody can stand there. Choose another place."))
    end = nearest_free(plan.grid, start, to, taken)
    path = find_path(plan.grid, start, end) if end else None
    if path is None:
        raise Invalid(_("There is no way there from where you are."))
    return path


def _taken(crowd: Crowd, floor: int, but: str = "") -> set[Tile]:
    return {walker.end for walker in crowd.values() if walker.floor == floor and walker.person != but}
