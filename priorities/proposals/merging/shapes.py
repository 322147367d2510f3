"""What clients send and get where proposals are put together."""

from datetime import datetime
from typing import Annotated, Any

import msgspec


class MergeBody(msgspec.Struct):
    """`into`: the id of the proposal that it belongs to; `reason`: why, as everybody reads it."""

    into: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    reason: Annotated[str, msgspec.Meta(max_length=2000)]


class MergedWith(msgspec.Struct):
    """`other`: the proposal; where it is not shown any more its `title` is not its own, and its `path` null.

    `retired`: whether the one that was asked about went into the other. `supporters`: of the one that went; `moved`:
    how many of them had their support go along.
    """

    other: dict[str, Any]
    retired: bool
    reason: str
    by: dict[str, Any] | None
    at: datetime
    undone_at: datetime | None
    supporters: int
    moved: int


class MergeHistory(msgspec.Struct):
    """Every time that a proposal was put together with another one, also what was undone."""

    items: list[MergedWith]
    next: None = None


class MovedBody(msgspec.Struct):
    """`moved`: false leaves one’s support where it was."""

    moved: bool
