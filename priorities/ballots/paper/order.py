"""The options of a round as they stand on paper: in one order for all, which favours none by when it was proposed."""

import hmac
from typing import Any

from priorities.option_rows import options_of

JSON = dict[str, Any]
_LETTERS = 26


async def options_on_paper(round_id: str) -> list[JSON]:
    """Each with its `letter`, `id`, `title` and whether it is `shown`: what was taken down has no words on paper."""
    rows = await options_of(round_id)
    rows.sort(key=lambda row: hmac.digest(round_id.encode(), str(row["id"]).encode(), "sha256"))
    return [
        {"letter": _letter(place), "id": row["id"], "title": row["title"], "shown": not row["taken_down"]}
        for place, row in enumerate(rows)
    ]


def _letter(place: int) -> str:
    """A, B … Z, then AA, AB …"""
    first, second = divmod(place, _LETTERS)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + second)
