"""Replies as clients get them."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec

from accounts.people import PublicPerson
from forums.answers.marks import is_official
from forums.answers.promises import promise_of
from forums.models import PostState
from foundation import clock
from foundation.pictures.shapes import Picture

JSON = dict[str, Any]


class ReplyAnswer(msgspec.Struct):
    """The contract's reply. Number 1 is the topic's own text; `body` and `html` are null where it was taken down.

    `number` is null for one's own that waits for a moderator. `reply_to` is the id of what it answers, however deep;
    `promised_for` a date that an official answer promises something by. `version` counts its words.
    """

    id: str
    topic: str
    number: int | None
    version: int
    author: PublicPerson
    body: str | None
    html: str | None
    state: PostState
    reply_to: str | None
    official: bool
    promised_for: str | None
    edited: bool
    pictures: list[Picture]
    created_at: str


class ReplyList(msgspec.Struct):
    """Replies in the order of their numbers; `next` is the number to go on after, null at the end."""

    items: list[ReplyAnswer]
    next: int | None


class FindReplies(msgspec.Struct):
    """`after`: the last number one has."""

    after: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)] = 0
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 100


def reply_answer(row: JSON, author: PublicPerson, pictures: Sequence[JSON], *, shown: bool) -> ReplyAnswer:
    """From its row; `shown`: whether who asks may read the words now."""
    official = shown and is_official(row, author)
    promise = promise_of(row) if official else None
    return ReplyAnswer(
        id=row["id"],
        topic=row["topic_id"],
        number=row["number"],
        version=row["version"],
        author=author,
        body=row["body"] if shown else None,
        html=row["html"] if shown else None,
        state=row["state"],
        reply_to=row["parent_id"],
        official=official,
        promised_for=promise["day"].isoformat() if promise else None,
        edited=row["edited_at"] is not None,
        pictures=msgspec.convert(list(pictures), list[Picture]) if shown else [],
        created_at=clock.rfc3339(row["created_at"]),
    )
