"""Topics and replies as `moderation.content` has them."""

from collections.abc import Collection, Sequence
from typing import Any

from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC, whole
from forums.moderating import fetch_store as store
from forums.places.naming import forum_title
from foundation.ids import is_own_id
from moderation.content import Content, Line, State
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

JSON = dict[str, Any]
PLACE = "topic"
"""What decisions call the place of both: its id is the topic's."""
_STATES = {
    PostState.HELD: State.HELD,
    PostState.PUBLISHED: State.PUBLISHED,
    PostState.HIDDEN: State.HIDDEN,
    PostState.REJECTED: State.HIDDEN,
    PostState.WITHDRAWN: State.GONE,
    PostState.MOVED: State.GONE,
}


async def fetch_topics(ids: Collection[str]) -> dict[str, Content]:
    """Topics by their ids; of one that was merged into another, its own text there, which is a reply."""
    wanted = [id_ for id_ in set(ids) if is_own_id(id_)]
    return await _contents(await store.topics(wanted)) if wanted else {}


async def fetch_replies(ids: Collection[str]) -> dict[str, Content]:
    """Replies by their ids; number 1 is its topic."""
    wanted = [id_ for id_ in set(ids) if is_own_id(id_)]
    return await _contents(await store.replies(wanted)) if wanted else {}


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What was said in the topic around it; first the topic's own text, and what it replies to, however far away."""
    itself = Line(content.id, content.author_id, content.words, content.at, this=True)
    id_ = await _reply_of(content)
    if id_ is None:
        return [itself]
    before, after, above = await store.around(id_, lines)
    near = {row["id"] for row in (*before, *after)} | {id_}
    far = sorted((row for row in above if row["id"] not in near), key=lambda row: int(row["number"]))
    # No more than was asked for: what begins the topic and what is answered say more than one line more before.
    kept = before[max(0, len(before) + len(far) - lines) :]
    return [*map(_line, (*far[:lines], *kept)), itself, *map(_line, after)]


async def _reply_of(content: Content) -> str | None:
    if content.type == REPLY:
        return content.id
    rows = await store.topics([content.id])
    return str(rows[0]["id"]) if rows else None


async def _contents(rows: Sequence[JSON]) -> dict[str, Content]:
    # Those that wait with an edit are not counted among a reply's.
    with_some = [row["id"] for row in rows if row["pictures"] or row["pending_body"] is not None]
    pictures = await store.pictures_of(with_some)
    places = (await current_atlas()).places
    return {row["asked"]: _content(row, pictures.get(row["id"], ()), places) for row in rows}


def _content(row: JSON, pictures: Sequence[str], places: dict[str, Place]) -> Content:
    first = row["number"] == 1
    title = row["title"] if first else ""
    return Content(
        type=TOPIC if first else REPLY,
        id=row["topic_id"] if first else row["id"],
        revision=row["version"],
        state=_STATES[row["topic_state"] if first else row["state"]],
        author_id=row["topic_author_id"] if first else row["author_id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        body=whole(title, "" if first and row["state"] == PostState.WITHDRAWN else row["body"]),
        pending=_pending(row, title),
        at=row["created_at"],
        path=f"/topics/{row['topic_id']}" + ("" if first else f"/replies/{row['id']}"),
        place_type=PLACE,
        place_id=row["topic_id"],
        place_name=_place_name(row, places),
        reach=int(row["reach"]),
        pictures=tuple(pictures),
    )


def _pending(row: JSON, title: str) -> str | None:
    titled = row["title_pending"] if title else None
    if row["pending_body"] is None and titled is None:
        return None
    return whole(titled or title, row["body"] if row["pending_body"] is None else row["pending_body"])


def _place_name(row: JSON, places: dict[str, Place]) -> str:
    """Its forum's, and not the topic's title: those are somebody's words, and it is read where no words may be."""
    forum = {"kind": row["forum_kind"], "force_id": row["force_id"], "neighbourhood_id": row["forum_neighbourhood"]}
    return forum_title(forum, places)


def _line(row: JSON) -> Line:
    shown = row["state"] == PostState.PUBLISHED
    return Line(row["id"], row["author_id"], row["body"] if shown else None, row["created_at"])
