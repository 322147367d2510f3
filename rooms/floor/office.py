"""The office as its page draws it, without any script: the floor as it is now, and everything it does as a list."""

from typing import Any

import msgspec
from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.keys import SETTINGS
from rooms.duty.service import on_duty_in
from rooms.floor.board import board_of
from rooms.floor.crowd import Crowd, Walker
from rooms.floor.door import door_sentence, door_word
from rooms.floor.looking_service import crowd_of, door_now
from rooms.floor.paths import filled
from rooms.floor.plan import Plan
from rooms.floor.plans import PLANS, name_of
from rooms.floor.view import counts, on_floor
from rooms.floor.walks import point_at
from rooms.floor.words import ARRIVED, LABELS, TITLES, WALKS, behind_desk, who_is_at
from rooms.standing import Standing

JSON = dict[str, Any]
TILE = 40
"""Units of the drawing a tile."""
_FEET = TILE / 2, TILE - 6.0


async def office_of(app: web.Application, standing: Standing, plan: Plan, floor: int, *, hidden: bool) -> JSON:
    """What the template `rooms/floor/floor.html` draws. `hidden`: the reader wants the list without the picture."""
    crowd = await crowd_of(app, standing)
    walkers = on_floor(crowd, floor)
    door = await door_now(app, standing)
    zone = app[SETTINGS].time_zone
    return {
        "plan": plan,
        "name": name_of(plan),
        "plans": [{"id": each.id, "name": name_of(each)} for each in app[PLANS].by_id.values()],
        "floor": floor,
        "floors": list(enumerate(counts(crowd), 1)),
        "hidden": hidden,
        "people": await _people(plan, walkers),
        "officers": await _officers(app, standing, plan),
        "door": {**door, "word": door_word(door), "sentence": door_sentence(door, zone)},
        "labels": {kind: str(words) for kind, words in LABELS.items()},
        "arrived": ARRIVED,
        "who_is_at": who_is_at,
        "places": _places(plan, crowd, floor),
        "behind_desk": behind_desk,
        "board": await board_of(app, standing.room["neighbourhood_id"], standing.room_id),
        "data": msgspec.json.encode(_for_script(plan)).decode(),
        "can_step_in": standing.is_open and standing.viewer.signed_in and not standing.silenced,
        "is_open": standing.is_open,
    }


def units(point: tuple[float, float]) -> JSON:
    """Where the feet of somebody on a tile are drawn."""
    return {"x": round(point[0] * TILE + _FEET[0], 1), "y": round(point[1] * TILE + _FEET[1], 1)}


async def _people(plan: Plan, walkers: list[Walker]) -> list[JSON]:
    people, now = await persons([walker.person for walker in walkers]), clock.now().timestamp()
    return [
        {
            "person": people[walker.person],
            "at": plan.place_at(walker.end),
            **units(point_at(filled(walker.path), walker.at, now)),
        }
        for walker in walkers
        if walker.person in people
    ]


async def _officers(app: web.Application, standing: Standing, plan: Plan) -> list[JSON]:
    """The hosts on duty, behind the desk; more than it has seats stand close together at the last one."""
    on_duty = await on_duty_in(app, standing.room_id)
    return [{"person": duty["person"], **units(_seat(plan, number))} for number, duty in enumerate(on_duty)]


def _seat(plan: Plan, number: int) -> tuple[float, float]:
    """Behind the desk; more officers than it has seats stand close together at the last one."""
    x, y = plan.seats[min(number, len(plan.seats) - 1)]
    return x + max(0, number - len(plan.seats) + 1) / 2, y


def _places(plan: Plan, crowd: Crowd, floor: int) -> list[JSON]:
    at = [plan.place_at(walker.end) for walker in on_floor(crowd, floor)]
    return [
        {
            "kind": thing.kind,
            "title": TITLES[thing.kind],
            "walk": WALKS[thing.kind],
            "count": at.count(thing.kind),
            "there": who_is_at(thing.kind, at.count(thing.kind)).replace("{n}", str(at.count(thing.kind))),
        }
        for thing in plan.places
    ]


def _for_script(plan: Plan) -> JSON:
    """What the script needs of a plan: where one can walk, and what is used from where."""
    width, height = plan.size
    rows = ["".join(".#"[not plan.grid.is_free((x, y))] for x in range(width)) for y in range(height)]
    return {"rows": rows, "seats": plan.seats, "places": {thing.kind: thing.use for thing in plan.places}}
