"""The options of a round as they stand on paper: in one order for all, which favours none by when it was proposed."""

import hmac
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_LETTERS = 26
_TAKEN_DOWN = frozenset({"hidden", "rejected", "held"})
_OPTIONS = Query(
    """
    SELECT o.id, o.title, p.state FROM priority_option o LEFT JOIN priority_proposal p ON p.id = o.id
    WHERE o.round_id = ?
    """
)


async def options_on_paper(round_id: str) -> list[JSON]:
    """Each with its `letter`, `id`, `title` and whether it is `shown`: what was taken down has no words on paper."""
    rows = await _OPTIONS.rows(round_id)
    rows.sort(key=lambda row: hmac.digest(round_id.encode(), str(row["id"]).encode(), "sha256"))
    return [
        {"letter": _letter(place), "id": row["id"], "title": row["title"], "shown": row["state"] not in _TAKEN_DOWN}
        for place, row in enumerate(rows)
    ]


def _letter(place: int) -> str:
    """A, B … Z, then AA, AB …"""
    first, second = divmod(place, _LETTERS)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + second)
