"""What forums hold about a person, as they take it away: their own words in every state, and nobody else's."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q, Subquery

from accounts.ports import Holding
from forums.arranging.merging.models import TopicAddress
from forums.changing.models import ReplyRevision
from forums.drafts.holdings import HELD_BY_DRAFTS
from forums.following.holdings import HELD_BY_FOLLOWING
from forums.meeting.holdings import HELD_BY_MEETING
from forums.models import Reply, Topic
from forums.moderating.excluding.models import ForumRestriction
from forums.pictures.holdings import HELD_BY_PICTURES
from foundation.paging import by_key

JSON = dict[str, Any]


async def _topics(person: str) -> AsyncIterator[JSON]:
    """Their text is among the words, as number 1."""
    columns = ("forum_id", "title", "title_pending", "state", "created_at", "place_name", "place_latitude",
               "place_longitude")  # fmt: skip
    async for row in by_key(Topic.filter(author_id=person), *columns):
        yield {"forum": row.pop("forum_id"), **row}


async def _words(person: str) -> AsyncIterator[JSON]:
    """`parent` is the id of what they answered, without its words."""
    columns = ("topic_id", "number", "parent_id", "state", "body", "pending_body", "held_reason", "official",
               "promised_for", "promise_kept_at", "created_at", "edited_at")  # fmt: skip
    async for row in by_key(Reply.filter(author_id=person), *columns):
        yield {"topic": row.pop("topic_id"), "parent": row.pop("parent_id"), **row}


async def _words_before(person: str) -> AsyncIterator[JSON]:
    """Their words as they were before an edit, their own or a moderator's."""
    theirs = Subquery(Reply.filter(author_id=person).values("id"))
    columns = ("reply_id", "version", "title", "body", "at")
    async for row in by_key(ReplyRevision.filter(reply_id__in=theirs), *columns):
        yield {"reply": row.pop("reply_id"), **row}


async def _edits_made(person: str) -> AsyncIterator[JSON]:
    """Without words: those before an edit may be somebody else's."""
    async for row in by_key(ReplyRevision.filter(by_id=person), "reply_id", "version", "at"):
        yield {"reply": row.pop("reply_id"), **row}


async def _arranged(person: str) -> AsyncIterator[JSON]:
    """The topics that somebody locked, or marked as solved."""
    columns = ("locked_by_id", "locked_at", "locked_reason", "solved_by_id", "solved_at")
    async for row in by_key(Topic.filter(Q(locked_by_id=person) | Q(solved_by_id=person)), *columns):
        locked, solved = row.pop("locked_by_id") == person, row.pop("solved_by_id") == person
        lock = {"locked_at": row["locked_at"], "locked_reason": row["locked_reason"]} if locked else {}
        yield {"topic": row["id"], **lock, **({"solved_at": row["solved_at"]} if solved else {})}


async def _merged(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(TopicAddress.filter(by_id=person), "topic_id", "at"):
        yield {"topic": row.pop("id"), "into": row.pop("topic_id"), **row}


async def _restrictions(person: str) -> AsyncIterator[JSON]:
    columns = ("forum_id", "kind", "until", "reason", "created_at", "ended_at")
    async for row in by_key(ForumRestriction.filter(person_id=person), *columns):
        yield {"forum": row.pop("forum_id"), **row}


async def _restrictions_made(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(ForumRestriction.filter(by_id=person), "forum_id", "kind", "until", "reason", "created_at"):
        yield {"forum": row.pop("forum_id"), **row}


HELD_BY_FORUMS = (
    *HELD_BY_DRAFTS,
    *HELD_BY_FOLLOWING,
    *HELD_BY_MEETING,
    *HELD_BY_PICTURES,
    Holding("topics", ("forum_topic.author_id",), _topics),
    Holding("forum_words", ("forum_reply.author_id",), _words),
    Holding("forum_words_before", ("forum_reply_revision.reply_id",), _words_before),
    Holding("forum_edits_made", ("forum_reply_revision.by_id",), _edits_made),
    Holding("topics_decided", ("forum_topic.locked_by_id", "forum_topic.solved_by_id"), _arranged),
    Holding("topics_merged", ("forum_topic_address.by_id",), _merged),
    Holding("forum_restrictions", ("forum_restriction.person_id",), _restrictions),
    Holding("forum_restrictions_made", ("forum_restriction.by_id",), _restrictions_made),
)
