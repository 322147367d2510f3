"""A topic as clients get it."""

from typing import Any

import msgspec

from accounts.people import PublicPerson
from forums.models import TopicState
from foundation import clock

JSON = dict[str, Any]


class TopicAnswer(msgspec.Struct):
    """The contract's topic: `section` is its slug, `neighbourhood` null in a force's forums.

    `replies` counts those that are shown beside its own text, `last_number` is the highest that was ever given.
    """

    id: str
    title: str
    forum: str
    neighbourhood: str | None
    section: str
    author: PublicPerson
    state: TopicState
    replies: int
    last_number: int
    created_at: str
    active_at: str
    pinned: bool


def topic_answer(row: JSON, section: str, author: PublicPerson, state: TopicState) -> TopicAnswer:
    """From its row."""
    return TopicAnswer(
        id=row["id"],
        title=row["title"],
        forum=row["forum_id"],
        neighbourhood=row["neighbourhood_id"],
        section=section,
        author=author,
        state=state,
        replies=row["replies"],
        last_number=row["last_number"],
        created_at=clock.rfc3339(row["created_at"]),
        active_at=clock.rfc3339(row["active_at"]),
        pinned=row["pinned_at"] is not None,
    )
