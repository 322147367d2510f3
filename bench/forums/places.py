"""The neighbourhoods of the load, each with its forum and the sections that a force begins with."""

import json
from dataclasses import dataclass

from forums.places.service import forum_of_neighbourhood, sections_of
from neighbourhoods.models import Force, Neighbourhood

FORCE = "bench-force"


@dataclass(frozen=True)
class Place:
    """A neighbourhood with the ids of its forum and of the sections in which everybody writes, and their slugs."""

    neighbourhood: str
    forum: str
    sections: tuple[tuple[str, str], ...]


async def add_places(count: int) -> list[Place]:
    """So many neighbourhoods, side by side."""
    await Force.create(id=FORCE, name="The Force of the Bench")
    rows = [
        Neighbourhood(id=f"bench-{n}", force_id=FORCE, name=f"Bench {n}", boundary=_square(n)) for n in range(count)
    ]
    await Neighbourhood.bulk_create(rows)
    return [await _place(row.id) for row in rows]


async def _place(neighbourhood: str) -> Place:
    forum = await forum_of_neighbourhood(neighbourhood)
    sections = [row for row in await sections_of(forum) if row["who_posts"] != "staff"]
    return Place(neighbourhood, forum["id"], tuple((row["id"], row["slug"]) for row in sections))


def _square(number: int) -> str:
    west, south, side = -4.0 + number % 10 / 100, 51.5 + number // 10 / 100, 0.01
    corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    ring = [[round(west + east, 3), round(south + north, 3)] for east, north in corners]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})
