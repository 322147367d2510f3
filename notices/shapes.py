"""Notices as they are written to clients."""

from typing import Annotated, Any

import msgspec

from foundation import clock


class NoticeShape(msgspec.Struct):
    """One notice: `sentence` in its person's language, `path` of ours, times in RFC 3339."""

    id: str
    kind: str
    sentence: str
    path: str
    at: str
    read: bool


class NoticeList(msgspec.Struct):
    """A page of them, newest first; `next` is the `before` of the following one. `unread` counts to a hundred."""

    notices: list[NoticeShape]
    next: str | None
    unread: int


class NoticeQuery(msgspec.Struct):
    """Which: those that came before the one with the id `before`."""

    before: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50


class Unread(msgspec.Struct):
    unread: int


class Read(msgspec.Struct):
    """Which notice was read; without an id all of them."""

    id: Annotated[str, msgspec.Meta(max_length=16)] | None = None


def shape_of(row: dict[str, Any]) -> NoticeShape:
    at = clock.rfc3339(row["created_at"])
    return NoticeShape(row["id"], row["kind"], row["sentence"], row["path"], at, row["read_at"] is not None)
