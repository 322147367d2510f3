"""What a draft is for, in the words that its writer knows it by."""

from forums.places.naming import forum_name
from forums.places.policy import access_forum
from forums.policy import access_reply, access_topic
from foundation.errors import Refusal
from foundation.permissions import Viewer


async def about(viewer: Viewer, place: str) -> str:
    """The title of the topic, or the name of the forum; empty where the viewer can't read that any more."""
    kind, _colon, id_ = place.partition(":")
    try:
        if kind == "new":
            return await forum_name(await access_forum(viewer, id_))
        if kind == "reply":
            return str((await access_topic(viewer, id_)).topic["title"])
        standing, _reply = await access_reply(viewer, id_)
    except Refusal:
        return ""
    return str(standing.topic["title"])
