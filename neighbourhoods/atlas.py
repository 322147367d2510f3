"""All neighbourhoods in memory, once a process, made anew when the edition in the database is another.

A lookup asks the database for the edition only: it is right in every process from the moment an import commits.
"""

import asyncio
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from neighbourhoods import store
from neighbourhoods.boundaries import Boundaries
from neighbourhoods.gazetteer import Gazetteer
from neighbourhoods.geometry import shape_of
from neighbourhoods.outline import Outline, draw_outline
from neighbourhoods.places import Place


@dataclass(frozen=True)
class Atlas:
    """One edition of the neighbourhoods: places by id, by name, by position."""

    edition: str
    places: dict[str, Place]
    gazetteer: Gazetteer
    boundaries: Boundaries
    _drawn: dict[str, Outline] = field(default_factory=dict, repr=False)

    @cached_property
    def force_names(self) -> frozenset[str]:
        """The names of the forces that have neighbourhoods here."""
        return frozenset(place.force_name for place in self.places.values())

    def outline(self, neighbourhood: str) -> Outline:
        """The drawing of a boundary, made when it is first asked for."""
        if neighbourhood not in self._drawn:
            self._drawn[neighbourhood] = draw_outline(self.boundaries.shapes[neighbourhood])
        return self._drawn[neighbourhood]


_held: Atlas | None = None
_making: asyncio.Task[Atlas] | None = None


async def current_atlas() -> Atlas:
    """The neighbourhoods as they are in the database now."""
    global _making
    edition = await store.edition()
    if _held is not None and _held.edition == edition:
        return _held
    if _making is None or _making.done() or _making.get_loop() is not asyncio.get_running_loop():
        _making = asyncio.ensure_future(_make())
    # Shielded: the first reader after an import may go away, and the others wait for the same work.
    return await asyncio.shield(_making)


async def _make() -> Atlas:
    global _held
    # The edition is read first: rows that change meanwhile make this atlas old, never falsely new.
    edition = await store.edition()
    forces, rows = await store.forces(), await store.neighbourhoods()
    _held = await asyncio.to_thread(_atlas, edition, forces, rows)
    return _held


def _atlas(edition: str, forces: dict[str, str], rows: list[dict[str, Any]]) -> Atlas:
    places = {
        row["id"]: Place(row["id"], row["name"], row["name_cy"], row["force_id"], forces[row["force_id"]])
        for row in rows
    }
    shapes = {row["id"]: shape_of(json.loads(row["boundary"])) for row in rows}
    return Atlas(edition, places, Gazetteer(places.values()), Boundaries(shapes))
