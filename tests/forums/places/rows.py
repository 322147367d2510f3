"""Topics put into a forum as rows: many of them, at times of their own."""

from datetime import timedelta
from itertools import count
from typing import Any

from forums.models import PostState, Reply, Topic
from forums.places.service import section_named
from foundation import clock
from foundation.ids import new_id
from tests.cast import Member
from tests.clients import JSON

_numbers = count(1)


async def add_topic(
    forum: JSON, author: Member, title: str = "", section: str = "general", *, minutes: float = 0, replies: int = 0,
    **columns: Any,
) -> str:  # fmt: skip
    """A topic that was last written in so many minutes ago; gives its id."""
    topic, at = new_id(), clock.now() - timedelta(minutes=minutes)
    shown = {"state": PostState.PUBLISHED, "created_at": at, "active_at": at, "title": title or f"T{next(_numbers)}"}
    await Topic.create(
        id=topic, force_id=forum["force_id"], neighbourhood_id=forum["neighbourhood_id"], forum_id=forum["id"],
        section_id=(await section_named(forum, section))["id"], author_id=author.id, client_id=topic,
        last_number=replies + 1, replies=replies, **{**shown, **columns},
    )  # fmt: skip
    await Reply.bulk_create([_reply(forum, topic, author, number) for number in range(1, replies + 2)])
    return topic


def _reply(forum: JSON, topic: str, author: Member, number: int) -> Reply:
    id_ = new_id()
    return Reply(
        id=id_, topic_id=topic, force_id=forum["force_id"], number=number, author_id=author.id, client_id=id_,
        body="x", html="<p>x</p>", state=PostState.PUBLISHED, created_at=clock.now(),
    )  # fmt: skip
