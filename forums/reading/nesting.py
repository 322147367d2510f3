"""In which order replies stand on a page: what answers a reply of the same page stands beneath it, one level deep."""

from collections.abc import Sequence
from typing import Any

JSON = dict[str, Any]


def nested(rows: Sequence[JSON]) -> list[tuple[JSON, str]]:
    """Replies with the id of the one that they stand under, their own where that is none.

    Each that begins a conversation, then all that came of it, the oldest first. `rows` in the order of their numbers:
    every parent has a lower one than its replies. Whose parent is the topic's own text, or stands on an earlier page,
    begins a conversation here.
    """
    roots: dict[str, str] = {}
    groups: dict[str, list[JSON]] = {}
    for row in rows:
        id_, parent = str(row["id"]), str(row["parent_id"] or "")
        root = roots.get(parent, id_)
        if row["number"] != 1:
            roots[id_] = root
        groups.setdefault(root, []).append(row)
    return [(row, root) for root, group in groups.items() for row in group]
