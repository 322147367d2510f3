"""Every query of all that one person wrote in forums, and of what is kept for them there."""

from collections.abc import Collection
from typing import Any

from tortoise.expressions import Subquery

from forums.changing.models import ReplyRevision
from forums.drafts.models import Draft
from forums.following.mailing.models import ForDigest
from forums.following.unread.models import ForumVisit, TopicReading
from forums.following.watching.models import Watch
from forums.models import Reply, Topic
from foundation.queries import Query
from moderation.leaving_words import words_leaving

JSON = dict[str, Any]
_COLUMNS = ("id", "topic_id", "number", "author_id", "state", "body", "pending_body")
_OTHERS = Query(
    """
    SELECT 1 AS other FROM forum_reply
    WHERE topic_id = ? AND author_id <> ? AND state IN ('published', 'hidden') LIMIT 1
    """
)
_OWN = (Draft, ForDigest, ForumVisit, TopicReading, Watch)


async def words_to_leave(person: str, *, everything: bool, kept: Collection[str] | None, most: int) -> list[JSON]:
    """The replies, newest first, that are to leave the screens or to lose their text; number 1 is its topic.

    Of what is `kept` (ids; None: all) nothing loses its text.
    """
    found = Reply.filter(words_leaving(everything=everything, kept=kept), author_id=person)
    return await found.order_by("-id").limit(most).values(*_COLUMNS)


async def has_others(topic_id: str, person: str) -> bool:
    """Whether anybody else wrote in a topic."""
    return bool(await _OTHERS.rows(topic_id, person))


async def erase(reply_id: str, topic_id: str | None, title: str) -> None:
    """Take the text of a reply away, and (number 1) the title of its topic, in whose place `title` stands."""
    no_words = {"body": "", "html": "", "pending_body": None, "pending_html": None, "held_reason": ""}
    await Reply.filter(id=reply_id).update(**no_words)
    await erase_revisions_of(reply_id)
    if topic_id is not None:
        nowhere = {"place_name": "", "place_latitude": None, "place_longitude": None}
        await Topic.filter(id=topic_id).update(title=title, title_pending=None, **nowhere)


async def erase_revisions_of(reply_id: str) -> None:
    await ReplyRevision.filter(reply_id=reply_id).update(body="", title=None)


async def erase_revisions(person: str, kept: Collection[str]) -> None:
    """Take away what stood in somebody's words before they were edited, but for what is `kept`."""
    theirs = Subquery(Reply.filter(author_id=person).values("id"))
    await ReplyRevision.filter(reply_id__in=theirs).exclude(reply_id__in=list(kept)).update(body="", title=None)


async def has_written_one_of(person: str, ids: Collection[str]) -> bool:
    return bool(ids) and await Reply.filter(author_id=person, id__in=list(ids)).exists()


async def forget_own(person: str) -> None:
    """What nobody but they ever saw: drafts, how far they read, what they follow."""
    for model in _OWN:
        await model.filter(person_id=person).delete()
