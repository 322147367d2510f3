"""A topic that nobody else writes in until the end of the transaction, and a reply that still stands in it."""

from typing import Any

from forums.models import PostState
from forums.reply_rows import find_reply, topic_of
from forums.topic_rows import lock_topic
from foundation.errors import Conflict, NotFound
from foundation.language import _

JSON = dict[str, Any]


async def locked(topic_id: str) -> JSON:
    """The topic's row; raises NotFound."""
    topic = await lock_topic(topic_id)
    if topic is None:
        raise NotFound(_("There is no such topic, or it was taken down."))
    return topic


async def locked_with(reply_id: str) -> tuple[JSON, JSON]:
    """The topic of a reply, and the reply as it is once nobody else writes in its topic.

    Raises NotFound, and Conflict where it went into another topic at this moment.
    """
    topic_id = await topic_of(reply_id)
    topic = await locked(topic_id) if topic_id else None
    reply = await find_reply(reply_id)
    if topic is None or reply is None or reply["topic_id"] != topic["id"]:
        raise overtaken()
    return topic, reply


async def locked_as_read(topic_id: str, reply_id: str | None = None, *, shown: bool = False) -> JSON:
    """The row of a topic that was read before.

    Raises Conflict where its reply has gone into another topic since, or (`shown`) either was taken down or merged.
    """
    topic = await lock_topic(topic_id)
    reply = await find_reply(reply_id) if reply_id else None
    if topic is None or (reply_id and (reply is None or reply["topic_id"] != topic_id)):
        raise overtaken()
    check_as_read(not shown or all(row["state"] == PostState.PUBLISHED for row in (topic, reply) if row))
    return topic


def check_as_read(as_read: bool) -> None:
    """Raises Conflict where something is another by now than it was read as."""
    if not as_read:
        raise overtaken()


def overtaken() -> Conflict:
    return Conflict(_("Somebody else has just changed this. Look again."))
