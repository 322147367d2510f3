"""Topics and replies, as clients get them."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from accounts.people import persons
from forums.models import PostState
from forums.moderating.sealed import access_reply_to_read, access_topic_to_read
from forums.moved import Moved
from forums.pictures.service import PICTURES
from forums.reading import store
from forums.reading.drawn import is_shown
from forums.reading.shapes import ReplyAnswer, reply_answer
from forums.reply_rows import find_reply
from forums.shapes import TopicAnswer, topic_answer
from forums.standing import Standing
from forums.states import state_of
from foundation.permissions import Viewer

JSON = dict[str, Any]


async def read_topic(app: web.Application, viewer: Viewer, topic_id: str) -> TopicAnswer:
    """A topic; of one that was merged the one that it was merged into, whose id is another. Raises NotFound."""
    return await _topic_answer(await _led_on(app, viewer, topic_id))


async def read_replies(
    app: web.Application, viewer: Viewer, topic_id: str, after: int, limit: int
) -> tuple[list[ReplyAnswer], int | None]:
    """A topic's replies after a number, and the number to go on after. Raises as `read_topic` does."""
    standing = await _led_on(app, viewer, topic_id)
    rows = await store.whole_page(standing.topic_id, after, limit + 1)
    more, rows = len(rows) > limit, rows[:limit]
    return await _answers(standing, rows), rows[-1]["number"] if more else None


async def read_reply(app: web.Application, viewer: Viewer, reply_id: str) -> ReplyAnswer:
    """One reply; raises NotFound."""
    standing, reply = await access_reply_to_read(app, viewer, reply_id)
    [answer] = await _answers(standing, [reply], all_of_them=True)
    return answer


async def own_reply(reply_id: str) -> ReplyAnswer:
    """A reply as its author, who has just written it, is answered."""
    row: JSON = await find_reply(reply_id) or {}
    people = await persons([row["author_id"]])
    pictures = await PICTURES.pictures_of([reply_id] if row["pictures"] else [])
    shown = row["state"] != PostState.WITHDRAWN
    return reply_answer(row, people[row["author_id"]], pictures.get(reply_id, ()), shown=shown)  # type: ignore[arg-type]


async def _led_on(app: web.Application, viewer: Viewer, topic_id: str) -> Standing:
    try:
        return await access_topic_to_read(app, viewer, topic_id)
    except Moved as moved:
        return await access_topic_to_read(app, viewer, moved.topic_id)


async def _topic_answer(standing: Standing) -> TopicAnswer:
    topic = standing.topic
    people = await persons([topic["author_id"]])
    author: Any = people[topic["author_id"]]
    return topic_answer(topic, standing.section["slug"], author, state_of(topic))


async def _answers(standing: Standing, rows: Sequence[JSON], *, all_of_them: bool = False) -> list[ReplyAnswer]:
    people: dict[str, Any] = await persons({row["author_id"] for row in rows})
    pictures = await PICTURES.pictures_of([row["id"] for row in rows if row["pictures"]])
    return [
        reply_answer(
            row,
            people[row["author_id"]],
            pictures.get(row["id"], ()),
            shown=all_of_them or is_shown(standing, row),
        )
        for row in rows
    ]
