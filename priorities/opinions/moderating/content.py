"""Statements as `moderation.content` has them. Their place is the round."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.ids import is_own_id
from moderation.content import Content, Line, State
from neighbourhoods.atlas import current_atlas
from priorities.opinions import store
from priorities.opinions.words import STATEMENT
from priorities.proposals.moderating.content import PLACE
from priorities.round_rows import find_round

JSON = dict[str, Any]
_STATES = {
    "held": State.HELD,
    "published": State.PUBLISHED,
    "hidden": State.HIDDEN,
    "rejected": State.HIDDEN,
    "withdrawn": State.GONE,
}


async def fetch_statements(ids: Collection[str]) -> dict[str, Content]:
    """Statements by their ids, whatever their state."""
    rows = await store.statements_by([id_ for id_ in set(ids) if is_own_id(id_)])
    found = {}
    for row in rows:
        if about := await find_round(row["round_id"]):
            found[row["id"]] = await _content(row, about)
    return found


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What else is shown in the round around it, oldest first; itself among them."""
    itself = Line(content.id, content.author_id, content.words, content.at, this=True)
    rows = await store.shown_statements(str(content.place_id))
    before = [_line(row) for row in rows if row["id"] < content.id][-lines:] if lines else []
    after = [_line(row) for row in rows if row["id"] > content.id][:lines]
    return [*before, itself, *after]


async def _content(row: JSON, about: JSON) -> Content:
    place = (await current_atlas()).places.get(about["neighbourhood_id"])
    return Content(
        type=STATEMENT,
        id=row["id"],
        revision=row["version"],
        state=_STATES[row["state"]],
        author_id=row["author_id"],
        force_id=about["force_id"],
        neighbourhood_id=about["neighbourhood_id"],
        body=row["text"],
        at=row["created_at"],
        path=f"/rounds/{row['round_id']}/opinions",
        place_type=PLACE,
        place_id=row["round_id"],
        place_name=place.shown_name if place else "",
    )


def _line(row: JSON) -> Line:
    return Line(row["id"], row["author_id"], row["text"], row["created_at"])
