"""What is unread, as it is written to clients."""

from typing import Annotated, Any

import msgspec

from forums.shapes import TopicAnswer
from foundation import clock

JSON = dict[str, Any]
_HIGHEST = 2_000_000_000


class Read(msgspec.Struct):
    """How far a topic was read: the number of a reply. Beyond the last one it is the last; a lower one changes nothing.

    The body may say less than a client read before: then it was another device.
    """

    number: Annotated[int, msgspec.Meta(ge=1, le=_HIGHEST)]


class UnreadTopic(TopicAnswer):
    """A topic with `first_unread`, the number to go on from, and how many numbers are `unread` from there."""

    first_unread: int
    unread: int


class UnreadList(msgspec.Struct):
    """The latest activity first; `next` is null at the end."""

    items: list[UnreadTopic]
    next: str | None


class UnreadQuery(msgspec.Struct):
    """Which: after the `cursor` that an answer gave as `next`."""

    cursor: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 30


def unread_topic(topic: JSON) -> UnreadTopic:
    """From a row of the list."""
    row = topic["row"]
    return UnreadTopic(
        id=topic["id"],
        title=topic["title"],
        forum=row["forum_id"],
        neighbourhood=row["neighbourhood_id"],
        section=row["slug"],
        author=topic["author"],
        state=topic["state"],
        replies=topic["replies"],
        last_number=topic["last_number"],
        created_at=clock.rfc3339(topic["created_at"]),
        active_at=clock.rfc3339(topic["active_at"]),
        pinned=topic["pinned"],
        first_unread=topic["first_unread"],
        unread=topic["unread"],
    )
