"""A force's neighbourhoods from GeoJSON: each feature becomes a row that can be kept, or a bad one with its reason."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from neighbourhoods.features import BrokenFile, Feature, read_features
from neighbourhoods.geometry import BrokenBoundary, check_boundary
from neighbourhoods.names import BadName, check_id, check_name
from neighbourhoods.rows import BadRow


@dataclass(frozen=True)
class NeighbourhoodRow:
    """A neighbourhood as the file has it; `force` and `force_name` are None where the file is silent."""

    line: int
    number: int
    id: str
    name: str
    name_cy: str
    force: str | None
    force_name: str | None
    boundary: str

    def bad(self, reason: str) -> BadRow:
        """This row, left out for a reason that only the database knows."""
        return BadRow(self.line, f"feature {self.number} ({self.id}): {reason}")


def read_neighbourhoods(text: str) -> Iterator[NeighbourhoodRow | BadRow]:
    """The rows of a FeatureCollection in order, good and bad; an id that comes twice is bad the second time."""
    seen: dict[str, int] = {}
    try:
        for feature in read_features(text):
            row = _row(feature)
            if isinstance(row, NeighbourhoodRow):
                if row.id in seen:
                    yield row.bad(f"this id is feature {seen[row.id]}'s already")
                    continue
                seen[row.id] = row.number
            yield row
    except BrokenFile as broken:
        yield BadRow(broken.line, broken.reason)


def _row(feature: Feature) -> NeighbourhoodRow | BadRow:
    value = feature.value if isinstance(feature.value, dict) else {}
    properties = value.get("properties")
    if value.get("type") != "Feature" or not isinstance(properties, dict):
        return BadRow(feature.line, f"feature {feature.number}: this must be a GeoJSON Feature with properties")
    try:
        return NeighbourhoodRow(
            line=feature.line,
            number=feature.number,
            id=check_id(properties.get("id"), "id"),
            name=check_name(properties.get("name"), "name"),
            name_cy=_optional(properties, "name_cy") or "",
            force=None if properties.get("force") in (None, "") else check_id(properties["force"], "force"),
            force_name=_optional(properties, "force_name"),
            boundary=json.dumps(check_boundary(value.get("geometry")), separators=(",", ":")),
        )
    except (BadName, BrokenBoundary) as wrong:
        return BadRow(feature.line, f"feature {feature.number}{_called(properties)}: {wrong}")


def _optional(properties: dict[str, Any], name: str) -> str | None:
    value = properties.get(name)
    return None if value in (None, "") else check_name(value, name)


def _called(properties: dict[str, Any]) -> str:
    """` (W05000857)`, when the feature has an id that can be shown."""
    try:
        return f" ({check_id(properties.get('id'), 'id')})"
    except BadName:
        return ""
