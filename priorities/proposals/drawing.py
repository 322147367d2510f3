"""Where a proposal is about, drawn on the outline of its neighbourhood."""

import json
from dataclasses import dataclass
from typing import Any

from foundation.language import _
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]


@dataclass(frozen=True)
class Drawn:
    """`outline` is an SVG path in `view_box`; `area` the points of a polygon in it, `point` one, each or none.

    `west`, `north`, `across` and `down` lead from a position to a place in the box and back, for who draws.
    """

    view_box: str
    outline: str
    name: str
    west: float
    north: float
    across: float
    down: float
    area: str = ""
    point: tuple[int, int] | None = None

    @property
    def words(self) -> str:
        """What the drawing shows."""
        if self.area:
            return _("The area of this proposal, drawn on the outline of %(place)s", place=self.name)
        if self.point:
            return _("The place of this proposal, marked on the outline of %(place)s", place=self.name)
        return _("The outline of %(place)s", place=self.name)


async def drawn(neighbourhood: str, where: JSON | None = None) -> Drawn | None:
    """The drawing of a neighbourhood with the place of a proposal (its row or words), or without any.

    None where the neighbourhood has no outline any more.
    """
    atlas = await current_atlas()
    if neighbourhood not in atlas.boundaries.shapes:
        return None
    outline, row = atlas.outline(neighbourhood), where or {}
    area, point = "", None
    if row.get("area"):
        corners = json.loads(row["area"])["coordinates"][0][:-1]
        area = " ".join(f"{x},{y}" for x, y in (outline.place_of(*corner) for corner in corners))
    elif row.get("place_latitude") is not None:
        point = outline.place_of(row["place_longitude"], row["place_latitude"])
    place = atlas.places[neighbourhood]
    return Drawn(
        outline.view_box, outline.path, place.shown_name, outline.west, outline.north, outline.across, outline.down,
        area, point,
    )  # fmt: skip
