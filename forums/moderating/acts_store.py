"""Rows of topics and replies as decisions are carried out on them. Every topic's row is locked before its replies'."""

from typing import Any

from forums.models import Reply
from forums.moderated_words import TOPIC
from forums.reply_rows import find_number, find_reply, topic_of
from forums.topic_rows import lock_topic

JSON = dict[str, Any]


async def lock(type_: str, id_: str) -> JSON | None:
    """The reply that a topic or reply of this id is, with its topic's title and state; None where there is none.

    Nobody else writes in its topic until the end of the transaction.
    """
    topic_id = id_ if type_ == TOPIC else await topic_of(id_)
    topic = await lock_topic(topic_id) if topic_id else None
    reply = await (find_number(id_, 1) if type_ == TOPIC else find_reply(id_)) if topic else None
    if topic is None or reply is None or reply["topic_id"] != topic_id:
        # Merged between the two: it stands in another topic by now.
        return None
    return {**reply, "title": topic["title"], "title_pending": topic["title_pending"], "topic_state": topic["state"]}


async def unmark(reply: JSON) -> None:
    """The author's own words stand there again: they are marked as edited only if their author did so."""
    by_staff = reply["staff_edited_at"] is not None and reply["edited_at"] == reply["staff_edited_at"]
    changes: JSON = {"edited_at": None} if by_staff else {}
    await Reply.filter(id=reply["id"]).update(staff_edited_at=None, **changes)
