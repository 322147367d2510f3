"""Priorities as clients get them, and what they send."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec

from foundation.pictures.shapes import Picture, PictureIds

_Line = Annotated[str, msgspec.Meta(max_length=80)]


class Figure(msgspec.Struct):
    """Something that was counted: before (may be empty) and now."""

    label: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    before: Annotated[str, msgspec.Meta(max_length=20)]
    after: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]


class NewAction(msgspec.Struct):
    """`done_on`: today where it is left out. `partner`: who did it, if not the police. `figures`: at most 4.

    `pictures`: the ids of those that were sent for it. `next_update`: by when the team says more, from its staff.
    """

    body: Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
    client_id: Annotated[str, msgspec.Meta(max_length=64)] = ""
    done_on: date | None = None
    partner: _Line = ""
    figures: Annotated[list[Figure], msgspec.Meta(max_length=4)] = []
    next_update: date | None = None
    pictures: PictureIds = []
    confirm: bool = False


class ChangedAction(msgspec.Struct):
    """All of it anew; `version` is the one that was read."""

    body: Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
    version: int
    done_on: date | None = None
    partner: _Line = ""
    figures: Annotated[list[Figure], msgspec.Meta(max_length=4)] = []
    pictures: PictureIds = []
    confirm: bool = False


class WithdrawnAction(msgspec.Struct):
    """Why it is taken back: to be said of what somebody else wrote."""

    reason: Annotated[str, msgspec.Meta(max_length=300)] = ""


class HeldAction(msgspec.Struct):
    """A moderator reads it first."""

    status: Literal["held"]
    id: str


class PriorityAction(msgspec.Struct):
    """What was done: `author` null where it was imported, `partner` empty where it was the police."""

    id: str
    body: str
    html: str
    author: dict[str, Any] | None
    partner: str
    figures: list[Figure]
    pictures: list[Picture]
    done_on: date | None
    created_at: datetime
    edited_at: datetime | None
    version: int


class PriorityOwner(msgspec.Struct):
    """Who answers for it by role and rank; `person` holds the post now, where the record says that they serve."""

    role: str
    rank: str
    person: dict[str, Any] | None


class OnePriority(msgspec.Struct):
    """A priority with its timeline, the latest first. `late`: the day of the next update has passed.

    `kept_version` rises with owner, promise and day alone. `taken_back`: when actions that stood here were.
    `closed_why`: why one that was imported is not worked on any more, empty otherwise.
    """

    id: str
    neighbourhood: str
    round: str | None
    title: str
    html: str
    issued_on: date | None
    owner: PriorityOwner | None
    promise: str
    next_update: date | None
    late: bool
    status: Literal["open", "reviewing", "met", "unmet", "closed"]
    carried_to: str | None
    closed_why: str
    kept_version: int
    version: int
    actions: list[PriorityAction]
    taken_back: list[datetime]


class ClosedPriority(msgspec.Struct):
    """Why it is not worked on any more: everybody reads it."""

    reason: Annotated[str, msgspec.Meta(max_length=500)]


class KeptPriority(msgspec.Struct):
    """What its staff say of it, all of it anew; `owner` is the id of an officer, or empty.

    `kept_version`: the one that was read.
    """

    owner_role: str
    kept_version: int
    owner_rank: str = ""
    owner: Annotated[str, msgspec.Meta(max_length=16)] = ""
    promise: Annotated[str, msgspec.Meta(max_length=500)] = ""
    next_update: date | None = None
