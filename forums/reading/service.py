"""Reading a topic: a page of its replies, by raw rows and few queries whatever the size of the topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from accounts.people import persons
from forums.changing.own import may_change
from forums.following.service import Followed, of_topic
from forums.moderating.sealed import access_topic_to_read
from forums.pictures.service import PICTURES
from forums.policy import access_reply, access_topic
from forums.reading import store
from forums.reading.drawn import Known, drawn
from forums.reading.nesting import nested
from forums.reading.numbers import PAGE, page_before, path_of_reply, path_of_topic
from forums.standing import Standing
from foundation.ids import is_id
from foundation.permissions import Viewer
from foundation.text import stored_html

JSON = dict[str, Any]


@dataclass(frozen=True)
class TopicView:
    """A page of a topic as templates draw it.

    `first` is the topic's own text, on its first page; `replies` are drawn replies, those beneath others after them.
    `official` is the answer that stands on top. `after`: which number the page begins after; `upto`: its last number.
    """

    standing: Standing
    author: JSON
    first: JSON | None
    replies: Sequence[JSON]
    official: JSON | None
    followed: Followed
    after: int
    upto: int

    @property
    def has_more(self) -> bool:
        return self.upto < int(self.standing.topic["last_number"])


async def topic_view(app: web.Application, viewer: Viewer, topic_id: str, after: int | None = None) -> TopicView:
    """A page of a topic: the replies after a number, or (None) the last ones. Raises what `access_topic` does."""
    standing = await access_topic_to_read(app, viewer, topic_id)
    last = int(standing.topic["last_number"])
    begins = page_before(last) if after is None else min(after, page_before(last))
    rows = await store.page(topic_id, begins, PAGE)
    others = await store.some(topic_id, _missing(standing, rows))
    followed = await of_topic(viewer, topic_id)
    known = await _known(rows, others, standing)
    official = others.get(str(standing.topic["official_reply_id"])) or _of(rows, standing.topic["official_reply_id"])
    placed = [drawn(standing, row, root, known, followed.last_read) for row, root in nested(rows)]
    return TopicView(
        standing=standing,
        author=known.people[standing.topic["author_id"]],
        first=next((reply for reply in placed if reply["number"] == 1), None),
        replies=[reply for reply in placed if reply["number"] != 1],
        official=drawn(standing, official, official["id"], known) if official else None,
        followed=followed,
        after=begins,
        upto=rows[-1]["number"] if rows else begins,
    )


async def replies_after(standing: Standing, after: int, limit: int = PAGE) -> list[JSON]:
    """Drawn replies after a number, in the order of their numbers: what came in while a page was open."""
    rows = await store.page(standing.topic_id, after, limit)
    others = await store.some(standing.topic_id, _missing(standing, rows))
    known = await _known(rows, others, standing)
    return [drawn(standing, row, row["id"], known) for row in rows]


async def some_replies(standing: Standing, ids: Sequence[str]) -> list[JSON]:
    """These of a topic's replies, drawn, in the order of their numbers; those that were never shown are left out."""
    found = await store.some(standing.topic_id, list(ids))
    rows = sorted((row for row in found.values() if row["number"] is not None), key=lambda row: int(row["number"]))
    others = await store.some(standing.topic_id, _missing(standing, rows))
    known = await _known(rows, others, standing)
    return [drawn(standing, row, row["id"], known) for row in rows]


async def replied_to(standing: Standing, reply_id: str) -> JSON | None:
    """A reply that somebody answers, drawn; None for the topic's own text, and for what is not in the topic."""
    found = await some_replies(standing, [reply_id]) if is_id(reply_id) else []
    return next((reply for reply in found if reply["number"] > 1), None)


async def waiting_replies(standing: Standing) -> list[JSON]:
    """Replies that wait, as `{id, author, html, reason, at, mine, may_edit}`: one's own, or the staff's all."""
    viewer = standing.viewer
    if viewer.id is None:
        return []
    rows = await store.waiting(standing.topic_id, None if standing.is_staff else viewer.id)
    people = await persons({row["author_id"] for row in rows})
    return [_waiting(standing, row, people[row["author_id"]]) for row in rows]


async def number_of(viewer: Viewer, topic_id: str, reply_id: str) -> tuple[str, int]:
    """Where a reply stands now: its topic's id, another one than asked for where it was moved, and its number.

    A reply that was taken down has its place still. Raises what `access_reply` does.
    """
    standing, reply = await access_reply(viewer, reply_id, gone=True)
    return standing.topic_id, int(reply["number"] or standing.topic["last_number"])


async def place_of_unread(viewer: Viewer, topic_id: str) -> str:
    """The address of the first reply that the viewer has not read, or of the last one."""
    standing = await access_topic(viewer, topic_id)
    followed = await of_topic(viewer, topic_id)
    number = min(followed.first_unread, int(standing.topic["last_number"]))
    rows = await store.page(topic_id, number - 1, 1)
    return path_of_reply(topic_id, rows[0]["id"], rows[0]["number"]) if rows else path_of_topic(topic_id)


def _waiting(standing: Standing, row: JSON, author: JSON) -> JSON:
    mine = row["author_id"] == standing.viewer.id
    return {
        "id": row["id"],
        "author": author,
        "html": stored_html(row["html"]),
        "reason": row["held_reason"],
        "at": row["created_at"],
        "mine": mine,
        "may_edit": mine and may_change(standing, row),
    }


def _missing(standing: Standing, rows: Sequence[JSON]) -> list[str]:
    """What a page shows of replies that do not stand on it: what was replied to, and the answer on top."""
    here = {row["id"] for row in rows}
    wanted = {row["parent_id"] for row in rows} | {standing.topic["official_reply_id"]}
    return sorted(wanted - here - {None})


def _of(rows: Sequence[JSON], reply_id: str | None) -> JSON | None:
    return next((row for row in rows if row["id"] == reply_id), None)


async def _known(rows: Sequence[JSON], others: dict[str, JSON], standing: Standing) -> Known:
    replies = others | {row["id"]: row for row in rows}
    pictured = [id_ for id_, row in replies.items() if row["pictures"]]
    return Known(
        people=await persons({row["author_id"] for row in replies.values()} | {standing.topic["author_id"]}),
        replies=replies,
        pictures=await PICTURES.pictures_of(pictured) if pictured else {},
    )
