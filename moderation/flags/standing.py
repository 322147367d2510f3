"""What people flagged in a place, and nobody has decided about yet."""

from collections import defaultdict

from foundation.queries import Query

_IN_PLACE = Query(
    """
    SELECT flag.target_id, flag.reason FROM review_item item JOIN flag ON flag.item_id = item.id
    WHERE item.place_id = ? AND item.state = 'open' AND item.place_type = ? AND item.target_type = ?
    ORDER BY flag.at DESC LIMIT ?
    """
)


async def undecided_in(place_type: str, place: str, target_type: str, most: int) -> dict[str, list[str]]:
    """The reasons for which each thing of a place was flagged, by its id; those of its last `most` flags."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for row in await _IN_PLACE.rows(place, place_type, target_type, most):
        reasons[row["target_id"]].append(row["reason"])
    return dict(reasons)
