"""Actions as `moderation.content` has them."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.ids import is_own_id
from moderation.content import Content, Line, State
from neighbourhoods.atlas import current_atlas
from priorities.acting import store
from priorities.acting.moderated_words import ACTION, whole
from priorities.pictures.service import PICTURES

JSON = dict[str, Any]
PLACE = "priority"
"""What decisions call the place of an action: its id is the priority's."""
_STATES = {
    "held": State.HELD,
    "published": State.PUBLISHED,
    "hidden": State.HIDDEN,
    "rejected": State.HIDDEN,
    "withdrawn": State.GONE,
}


async def fetch_actions(ids: Collection[str]) -> dict[str, Content]:
    """Actions by their ids, whatever their state."""
    rows = await store.actions_by([id_ for id_ in set(ids) if is_own_id(id_)])
    about = await store.priorities_by({row["priority_id"] for row in rows})
    pictures = await PICTURES.digests_of([row["id"] for row in rows if row["pictures"]], ACTION)
    places = (await current_atlas()).places
    return {
        row["id"]: _content(row, about[row["priority_id"]], places, tuple(pictures.get(row["id"], ()))) for row in rows
    }


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What else is shown in the timeline around it, oldest first; itself among them."""
    itself = Line(content.id, content.author_id, content.words, content.at, this=True)
    rows = sorted(await store.actions_of([str(content.place_id)]), key=lambda row: row["id"])
    before = [_line(row) for row in rows if row["id"] < content.id][-lines:] if lines else []
    after = [_line(row) for row in rows if row["id"] > content.id][:lines]
    return [*before, itself, *after]


def _content(row: JSON, priority: JSON, places: dict[str, Any], pictures: tuple[str, ...]) -> Content:
    place = places.get(priority["neighbourhood_id"])
    return Content(
        type=ACTION,
        id=row["id"],
        revision=row["version"],
        state=_STATES[row["state"]],
        author_id=row["author_id"],
        force_id=priority["force_id"],
        neighbourhood_id=priority["neighbourhood_id"],
        body="" if row["state"] == "withdrawn" else whole(row),
        at=row["created_at"],
        path=f"/actions/{row['id']}",
        place_type=PLACE,
        place_id=row["priority_id"],
        place_name=place.shown_name if place else "",
        pictures=pictures,
    )


def _line(row: JSON) -> Line:
    return Line(row["id"], row["author_id"], row["body"], row["created_at"])
