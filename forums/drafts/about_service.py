"""What a draft is for, in the words that its writer knows it by."""

from aiohttp import web

from forums.moderating.sealed import access_reply_to_read, access_topic_to_read
from forums.places.naming import forum_name
from forums.places.policy import access_forum
from foundation.errors import Refusal
from foundation.permissions import Viewer


async def about(app: web.Application, viewer: Viewer, place: str) -> str:
    """The title of the topic, or the name of the forum; empty where the viewer can't read that any more."""
    kind, _colon, id_ = place.partition(":")
    try:
        if kind == "new":
            return await forum_name(await access_forum(viewer, id_))
        if kind == "reply":
            return str((await access_topic_to_read(app, viewer, id_)).topic["title"])
        standing, _reply = await access_reply_to_read(app, viewer, id_)
    except Refusal:
        return ""
    return str(standing.topic["title"])
