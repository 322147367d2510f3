"""Taking a forum out as a file."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Literal

from forums.exchange import store
from forums.exchange.files import as_csv, as_json
from forums.exchange.policy import access_forum_to_exchange
from forums.places.naming import forum_name
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.permissions import READER, Viewer

JSON = dict[str, Any]
Kind = Literal["json", "csv"]


@dataclass(frozen=True)
class Export:
    """A file that is written while it is read: `pieces` are its bytes."""

    name: str
    content_type: str
    topics: int
    pieces: AsyncIterator[bytes]


async def export_forum(viewer: Viewer, forum_id: str, kind: Kind) -> Export:
    """A forum as everybody may read it, for its moderators. Raises NotFound, NotAllowed."""
    forum = await access_forum_to_exchange(viewer, forum_id)
    await atomic(lambda: _write_down(viewer, forum, kind))
    return await file_of(forum, kind)


async def export_by_operator(forum: JSON, kind: Kind) -> Export:
    """The same by the command line, of whose acts nobody is asked."""
    await atomic(lambda: _write_down(READER, forum, kind))
    return await file_of(forum, kind)


async def file_of(forum: JSON, kind: Kind) -> Export:
    name = f"forum-{(forum['neighbourhood_id'] or forum['kind']).replace(' ', '-')}.{kind}"
    topics = await store.count_topics(forum["id"])
    if kind == "csv":
        return Export(name, "text/csv", topics, as_csv(forum))
    return Export(name, "application/json", topics, as_json(forum, await forum_name(forum)))


async def _write_down(viewer: Viewer, forum: JSON, kind: Kind) -> None:
    await add_entry(
        act="topic.export", actor=viewer, subject_type="forum", subject_id=forum["id"], details={"kind": kind}
    )
