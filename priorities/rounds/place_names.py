"""What the neighbourhood of a round is called."""

from typing import Any

from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]


async def place_name_of(row: JSON) -> str:
    """Of a round (its row); where the neighbourhood is not on the map any more, its id."""
    place = (await current_atlas()).places.get(row["neighbourhood_id"])
    return place.shown_name if place else str(row["neighbourhood_id"])
