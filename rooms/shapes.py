"""The shapes of surgeries and their logs in the JSON API, for reading bodies and describing answers."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from accounts.people import PublicPerson
from rooms.models import MeetingKind, Mode, RelayedFrom, Status

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Words = Annotated[str, msgspec.Meta(max_length=8000)]


class SurgeryAnswer(msgspec.Struct):
    """A surgery; `neighbourhood` is an id, `last_seq` the last entry of its log.

    `place` and `access_notes` are of a meeting in person; `online`: it has a room. `series` is the id of what it is a
    date of. `moved_from`: when it was to begin before a host moved it.
    """

    id: str
    title: str
    neighbourhood: str
    status: Status
    starts_at: Moment
    ends_at: Moment
    mode: Mode
    hosts: list[PublicPerson]
    last_seq: int
    kind: MeetingKind
    topic: str
    place: str | None
    access_notes: str | None
    online: bool
    series: str | None
    moved_from: Moment | None
    cancel_reason: str | None


class AnnouncedSurgery(SurgeryAnswer):
    """A surgery that was just announced or changed. `warnings`: sentences, as that a host of it holds another then."""

    warnings: list[str]


class SurgeryList(msgspec.Struct):
    items: list[SurgeryAnswer]
    next: str | None


PlaceId = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f\x7f]+$")]


class FindSurgeries(msgspec.Struct, rename={"starts_from": "from", "starts_to": "to"}):
    """Which surgeries: of a neighbourhood, of a status, starting from (and at) and before a time."""

    neighbourhood: PlaceId | None = None
    status: Status | None = None
    starts_from: Moment | None = None
    starts_to: Moment | None = None
    cursor: Annotated[str, msgspec.Meta(max_length=80)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50


class NewSurgery(msgspec.Struct):
    neighbourhood: PlaceId
    title: Title
    starts_at: Moment
    ends_at: Moment
    mode: Mode = Mode.OPEN
    kind: MeetingKind = MeetingKind.SURGERY
    topic: Words = ""
    before_text: Words | None = None
    after_text: Words | None = None
    place: Words | None = None
    access_notes: Words | None = None
    online: bool = True


class ChangedSurgery(msgspec.Struct):
    """What to change; what is left out stays. `reason`: why it moves, for those who count on it."""

    title: Title | msgspec.UnsetType = msgspec.UNSET
    starts_at: Moment | msgspec.UnsetType = msgspec.UNSET
    ends_at: Moment | msgspec.UnsetType = msgspec.UNSET
    mode: Mode | msgspec.UnsetType = msgspec.UNSET
    kind: MeetingKind | msgspec.UnsetType = msgspec.UNSET
    topic: Words | msgspec.UnsetType = msgspec.UNSET
    before_text: Words | msgspec.UnsetType | None = msgspec.UNSET
    after_text: Words | msgspec.UnsetType | None = msgspec.UNSET
    place: Words | msgspec.UnsetType | None = msgspec.UNSET
    access_notes: Words | msgspec.UnsetType | None = msgspec.UNSET
    online: bool | msgspec.UnsetType = msgspec.UNSET
    reason: Words | msgspec.UnsetType = msgspec.UNSET


class Cancelled(msgspec.Struct):
    """Why a surgery is called off: everybody who counts on it reads it."""

    reason: Words = ""


class FindEvents(msgspec.Struct):
    """`after`: the last `seq` one has; `limit`: entries at most."""

    after: Annotated[int, msgspec.Meta(ge=0, le=2**53)] = 0
    limit: Annotated[int, msgspec.Meta(ge=1, le=500)] = 500


class LogEntryAnswer(msgspec.Struct):
    """One entry of the log; `data` depends on `kind`."""

    seq: int
    kind: str
    at: Moment
    data: dict[str, Any]


class LogAnswer(msgspec.Struct):
    events: list[LogEntryAnswer]
    last_seq: int


class TranscriptEntry(msgspec.Struct):
    """Words that were said, oldest first. `relayed`: where somebody else said them, for whom `author` entered them.

    `by_staff`: a moderator put these words in the place of the author's.
    """

    seq: int
    at: Moment
    kind: Literal["message", "question", "answer"]
    author: PublicPerson
    body: str
    html: str
    edited: bool
    by_staff: bool
    reply_to: str | None
    id: str
    relayed: RelayedFrom | None


class TranscriptAnswer(msgspec.Struct):
    surgery: SurgeryAnswer
    neighbourhood_name: str
    entries: list[TranscriptEntry]
