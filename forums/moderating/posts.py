"""What people wrote in forums, as moderation asks for it: see `moderation.ports`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from forums.moderated_words import TOPIC, whole
from forums.moderating import posts_store as store
from forums.moderating.content import fetch_replies, fetch_topics
from moderation.content import Content
from moderation.found_words import found_words

JSON = dict[str, Any]


async def topics_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """Topics that are shown since a moment: a `moderation.ports.PublishedSince`."""
    return await store.topics_since(force, since, after, most)


async def replies_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """Replies that are shown since a moment: a `moderation.ports.PublishedSince`."""
    return await store.replies_since(force, since, after, most)


async def posts_that_stand(person: str, before: datetime, most: int) -> int:
    """How many of somebody's posts from before a moment can still be read by everybody; at most `most`."""
    return await store.count_standing(person, before, most)


async def count_posts(force: str | None, since: datetime, until: datetime) -> int:
    """Topics and replies written in a force's forums (None: in all), whatever became of them."""
    return await store.count_written(force, since, until)


async def last_said(force: str, most: int) -> Sequence[JSON]:
    """The last posts of a force that everybody can read, the newest first: `body`, `path` and `at`."""
    return [
        {
            "body": whole(row["title"] if row["number"] == 1 else "", row["body"]),
            "path": f"/topics/{row['topic_id']}/replies/{row['id']}",
            "at": row["created_at"],
        }
        for row in await store.last_published(force, most)
    ]


async def spoke_in(person: str, force: str) -> bool:
    """Whether somebody wrote in a forum of this force."""
    return await store.has_spoken_in(person, force)


async def find_words(id_: str) -> JSON | None:
    """A reply, or a topic's own text by its topic's id, as the page of legal holds shows it; None for neither.

    It is known by its reply's id from then on: words are kept by that, wherever they are moved.
    """
    content = (await fetch_replies([id_])).get(id_) or (await fetch_topics([id_])).get(id_)
    return found_words(content, await _kept_as(content)) if content else None


async def _kept_as(content: Content) -> str:
    """Not by what was asked for: a topic that was merged is a reply now, or the text of another topic."""
    return await store.first_reply_of(content.id) if content.type == TOPIC else content.id
