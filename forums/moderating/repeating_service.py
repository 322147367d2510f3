"""Where a reply's words stand again: whoever takes them down is told who quotes them, for those stay."""

from typing import Any, Final

from forums.moderating import repeating_store as store
from forums.posting.quoting import quoted

JSON = dict[str, Any]
_LINES: Final = 3
_SHORTEST: Final = 12
"""Characters of a line that says something: "Thank you" is everybody's."""


async def repeated_in(reply: JSON) -> list[JSON]:
    """The shown replies of its topic that have one of its longest lines, as `{id, number}`, by number."""
    found: dict[str, JSON] = {}
    for line in _telling_lines(reply["body"]):
        found |= {row["id"]: row for row in await store.replies_saying(reply["topic_id"], reply["id"], line)}
    return sorted(found.values(), key=lambda row: int(row["number"]))


def _telling_lines(body: str) -> list[str]:
    lines = {line.removeprefix(">").removesuffix("…").strip() for line in quoted(body).splitlines()}
    return sorted((line for line in lines if len(line) >= _SHORTEST), key=len, reverse=True)[:_LINES]
