"""What a sealed case holds is read in a forum by nobody but its author: who is cleared for it reads it in the queue."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC
from forums.moderating.content import fetch_replies, fetch_topics
from forums.policy import access_reply, access_topic, no_reply
from forums.standing import Standing
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.reading import check_readable, sealed_among, words_of

JSON = dict[str, Any]


async def access_topic_to_read(app: web.Application, viewer: Viewer, topic_id: str) -> Standing:
    """The topic, where its words are handed out: by every door, the page's as the clients'.

    Raises what `access_topic` does, which asks by the case that held it, and NotFound by the terms of today as well.
    """
    standing = await access_topic(viewer, topic_id)
    await check_topic_unsealed(app, standing)
    return standing


async def access_reply_to_read(app: web.Application, viewer: Viewer, reply_id: str) -> tuple[Standing, JSON]:
    """The same of a reply, as `access_reply` gives it."""
    standing, reply = await access_reply(viewer, reply_id)
    await check_reply_unsealed(app, standing, reply)
    return standing, reply


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
    """The same of a reply that is not shown, or stands in such a topic."""
    await check_topic_unsealed(app, standing)
    if reply["number"] == 1 or reply["state"] == PostState.PUBLISHED or reply["author_id"] == standing.viewer.id:
        return
    contents = await fetch_replies([reply["id"]])
    if await sealed_among(app, standing.force_id, REPLY, map(words_of, contents.values())):
        raise no_reply()


async def check_waiting_readable(app: web.Application, standing: Standing, reply: JSON) -> None:
    """Raises NotFound for who may not read the edit of a reply that waits, as in the queue: who is cleared may."""
    for content in (await fetch_replies([reply["id"]])).values():
        await check_readable(app, standing.viewer, content)
