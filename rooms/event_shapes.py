"""What a client sends with each live event of a room."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from moderation.flags.reasons import FlagReason
from rooms.models import Mode

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Seq = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Reason = Annotated[str, msgspec.Meta(max_length=1000)]
Clause = Annotated[str, msgspec.Meta(max_length=32)]
"""The id of a community rule; empty: the one that usually fits."""
Seconds = Annotated[int, msgspec.Meta(ge=0, le=2**31)]


class InRoom(msgspec.Struct):
    room: Id


class Enter(InRoom):
    """`unseen`: follow the room without being counted in it."""

    after: Seq = 0
    unseen: bool = False


class CatchUp(InRoom):
    after: Seq
    limit: Annotated[int, msgspec.Meta(ge=1)] = 200


class SendMessage(InRoom):
    client_id: UUID
    body: str
    kind: Literal["message", "question"] = "message"
    reply_to: Id | None = None
    confirm: bool = False


class AnswerQuestion(InRoom):
    id: Id
    client_id: UUID
    body: str
    confirm: bool = False


class EditMessage(InRoom):
    id: Id
    body: str
    confirm: bool = False


class OfMessage(InRoom):
    id: Id


class FlagMessage(InRoom):
    id: Id
    reason: FlagReason
    note: Annotated[str, msgspec.Meta(max_length=1000)] | None = None


class DecideMessage(InRoom):
    id: Id
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    clause: Clause = ""


class DecideHeld(InRoom):
    id: Id
    reason: Reason | None = None
    clause: Clause = ""


class SetMode(InRoom):
    mode: Mode
    seconds: Seconds | None = None


class RestrictPerson(InRoom):
    person: Id
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    seconds: Seconds | None = None
    clause: Clause = ""


class OfPerson(InRoom):
    person: Id
