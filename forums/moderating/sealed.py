"""What a sealed case holds is read in a forum by nobody but its author: who is cleared for it reads it in the queue."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC
from forums.moderating.content import fetch_replies, fetch_topics
from forums.policy import no_reply
from forums.standing import Standing
from foundation.errors import NotFound
from foundation.language import _
from moderation.sealed.reading import check_readable, sealed_among, words_of

JSON = dict[str, Any]


async def without_sealed(app: web.Application, standing: Standing, rows: Sequence[JSON]) -> list[JSON]:
    """The replies that this viewer may read of those that wait; each has `id` and `mine`."""
    others = [row["id"] for row in rows if not row["mine"]]
    contents = await fetch_replies(others) if others else {}
    words = [words_of(content) for content in contents.values()]
    sealed = await sealed_among(app, standing.force_id, REPLY, words) if words else set()
    return [row for row in rows if row["id"] not in sealed]


async def check_topic_unsealed(app: web.Application, standing: Standing) -> None:
    """Raises NotFound for a topic that is not shown and whose words a sealed case holds, but for its author."""
    topic = standing.topic
    if topic["state"] == PostState.PUBLISHED or standing.is_author:
        return
    contents = await fetch_topics([standing.topic_id])
    if await sealed_among(app, standing.force_id, TOPIC, map(words_of, contents.values())):
        raise NotFound(_("There is no such topic, or it was taken down."))


async def check_reply_unsealed(app: web.Application, standing: Standing, reply: JSON) -> None:
    """The same of a reply that is not shown."""
    if reply["number"] == 1:
        return await check_topic_unsealed(app, standing)
    if reply["state"] == PostState.PUBLISHED or reply["author_id"] == standing.viewer.id:
        return None
    contents = await fetch_replies([reply["id"]])
    if await sealed_among(app, standing.force_id, REPLY, map(words_of, contents.values())):
        raise no_reply()
    return None


async def check_waiting_readable(app: web.Application, standing: Standing, reply: JSON) -> None:
    """Raises NotFound for who may not read the edit of a reply that waits, as in the queue: who is cleared may."""
    for content in (await fetch_replies([reply["id"]])).values():
        await check_readable(app, standing.viewer, content)
