"""What is wrong with a floor plan, each in a line that says where."""

from collections.abc import Iterator, Sequence

from rooms.floor.paths import reached_from
from rooms.floor.plan import LEAST, MOST_HIGH, MOST_WIDE, PLACES, Kind, Plan, Thing
from rooms.floor.tiles import Tile, distance

A_FLOOR = 30
"""People on one floor."""
_REACH = 2.5
"""Tiles from which a thing can be used at most."""


def faults(plan: Plan) -> list[str]:
    """Every reason not to take this plan; none for a good one."""
    if found := list(_faults_of_size(plan)):
        return found
    found = [*_outside(plan), *_on_each_other(plan), *_missing(plan)]
    return found or [*_unreachable(plan), *_crowded(plan)]


def _faults_of_size(plan: Plan) -> Iterator[str]:
    width, height = plan.size
    if width > MOST_WIDE or height > MOST_HIGH:
        yield f"the floor is too large: {width} by {height} tiles, {MOST_WIDE} by {MOST_HIGH} at most"
    if width < LEAST or height < LEAST:
        yield f"the floor is too small: {width} by {height} tiles, {LEAST} by {LEAST} at least"


def _outside(plan: Plan) -> Iterator[str]:
    for wall in plan.walls:
        x, y, width, height = wall
        if not _is_inside(plan, Thing(Kind.TABLE, (x, y), (width, height))):
            yield f"the wall {list(wall)} is outside the floor or has no size"
    for thing in plan.furniture:
        if not _is_inside(plan, thing):
            yield f"the {_called(thing)} is outside the floor or has no size"
        for tile in (*thing.use, *thing.seats):
            if not plan.grid.is_free(tile) and tile not in thing.seats:
                yield f"the {_called(thing)} is used from {list(tile)}, where nobody can stand"
            if min((distance(tile, own) for own in thing.tiles), default=0) > _REACH:
                yield f"the {_called(thing)} has the tile {list(tile)}, which is too far away from it"


def _is_inside(plan: Plan, thing: Thing) -> bool:
    (x, y), (width, height) = thing.at, thing.size
    return width > 0 and height > 0 and x + width <= plan.size[0] and y + height <= plan.size[1]


def _on_each_other(plan: Plan) -> Iterator[str]:
    taken: dict[Tile, str] = {}
    solid = [Thing(Kind.TABLE, (x, y), (width, height)) for x, y, width, height in plan.walls]
    named = [("wall", wall) for wall in solid]
    named += [(_called(thing), thing) for thing in plan.furniture if thing.stands_in_the_way]
    for called, thing in named:
        others = {taken[tile] for tile in thing.tiles if tile in taken}
        yield from (f"the {called} stands on the {other}" for other in sorted(others))
        taken |= dict.fromkeys(thing.tiles, called)
    for desk in plan.of(Kind.DESK):
        yield from (f"the seat {list(seat)} is on the {taken[seat]}" for seat in desk.seats if seat in taken)


def _missing(plan: Plan) -> Iterator[str]:
    if not plan.of(Kind.DOOR):
        yield "there is no door"
    if not plan.of(Kind.DESK):
        yield "there is no desk"
    elif not plan.seats:
        yield "the desk has no seats for officers"
    for thing in plan.places:
        if not thing.use:
            yield f"the {_called(thing)} has no tiles to use it from"
    yield from (f"there are two of the kind {kind}: one at most" for kind in PLACES if len(plan.of(kind)) > 1)
    if not plan.spawn:
        yield "there is no spawn tile to come in by"
    yield from (f"nobody can stand on the spawn tile {list(at)}" for at in plan.spawn if not plan.grid.is_free(at))


def _unreachable(plan: Plan) -> Iterator[str]:
    for spawn in plan.spawn:
        reached = reached_from(plan.grid, spawn)
        for thing in plan.places:
            if not reached.issuperset(thing.use):
                yield f"the {_called(thing)} can’t be reached from the spawn tile {list(spawn)}"


def _crowded(plan: Plan) -> Iterator[str]:
    room = len(reached_from(plan.grid, plan.spawn[0]))
    if room < A_FLOOR + 10:
        yield f"only {room} tiles can be walked on: {A_FLOOR + 10} at least, so that {A_FLOOR} people find a place"


def _called(thing: Thing) -> str:
    return f"{thing.kind} at {list(thing.at)}"


def duplicates(ids: Sequence[str]) -> list[str]:
    """The names that stand there more than once."""
    return sorted({id_ for id_ in ids if ids.count(id_) > 1})
