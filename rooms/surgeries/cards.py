"""A surgery with what its card on a page shows beside the contract's members."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]


async def card(surgery: JSON) -> JSON:
    """The surgery with `starts` and `ends` (aware datetimes) and `neighbourhood_name`."""
    [made] = await cards([surgery])
    return made


async def cards(surgeries: Sequence[JSON]) -> list[JSON]:
    """Many surgeries with what their cards show."""
    places = (await current_atlas()).places
    return [
        surgery
        | {
            "starts": datetime.fromisoformat(surgery["starts_at"]),
            "ends": datetime.fromisoformat(surgery["ends_at"]),
            "neighbourhood_name": places[surgery["neighbourhood"]].shown_name,
        }
        for surgery in surgeries
    ]
