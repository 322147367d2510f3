"""The rows of topics and replies as words come and go."""

from datetime import datetime
from typing import Any

from forums.changing.models import ReplyRevision
from forums.models import Reply, Topic
from forums.reply_rows import find_number
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.legal_holds.kept_words import keep_words

JSON = dict[str, Any]
NO_EDIT: JSON = {"pending_body": None, "pending_html": None}
"""An edit that waited waits no longer."""
_NEXT_NUMBER = Query(
    "UPDATE forum_topic SET last_number = last_number + 1, active_at = ? WHERE id = ? RETURNING last_number"
)
_COUNT = Query("UPDATE forum_topic SET replies = replies + ? WHERE id = ?")


async def first_of(topic_id: str) -> JSON:
    """The topic's own text."""
    first = await find_number(topic_id, 1)
    if first is None:
        raise LookupError("a topic has a number 1")
    return first


async def ids_in(topic_id: str) -> list[str]:
    """The ids of all that was ever said in a topic."""
    return [str(id_) for id_ in await Reply.filter(topic_id=topic_id).values_list("id", flat=True)]


async def next_number(topic_id: str, at: datetime) -> int:
    """The number of a reply that is shown for the first time, which makes its topic the latest."""
    [row] = await _NEXT_NUMBER.rows(at, topic_id)
    return int(row["last_number"])


async def count(topic_id: str, more: int) -> None:
    """Count so many replies more, or less, among those that are shown."""
    if more:
        await _COUNT.rows(more, topic_id)


async def set_topic(topic_id: str, **changes: Any) -> None:
    """Change columns of a topic that is locked."""
    if changes:
        await Topic.filter(id=topic_id).update(**changes)


async def set_reply(reply: JSON, **changes: Any) -> None:
    """Change columns of a reply, and raise its version where its words are others, or others wait.

    What moderators decide is about the words of a version, whether they are shown or not.
    """
    await _keep_for_enquiry(reply, changes)
    other_words = "body" in changes or changes.get("pending_body") is not None
    await Reply.filter(id=reply["id"]).update(version=reply["version"] + other_words, **changes)


async def _keep_for_enquiry(reply: JSON, changes: JSON) -> None:
    """The words of an edit that waited are in no revision: a legal hold keeps those that are about to go."""
    waited = reply["pending_body"]
    if waited and waited not in (changes.get("pending_body", waited), changes.get("body")):
        await keep_words(reply["id"], reply["author_id"], [waited])


async def keep_revision(reply: JSON, title: str | None, by: str) -> None:
    """Keep the words of a reply as they were until `by` put others in their place."""
    await ReplyRevision.create(
        id=new_id(), reply_id=reply["id"], version=reply["version"], title=title, body=reply["body"], by_id=by,
        at=clock.now(),
    )  # fmt: skip
