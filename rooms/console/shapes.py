"""What a client sends from the console."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from rooms.event_shapes import Id, InRoom
from rooms.models import RelayedFrom


class SendNote(InRoom):
    client_id: UUID
    body: str


class RelayMessage(InRoom):
    client_id: UUID
    body: str
    source: RelayedFrom
    kind: Literal["message", "question"] = "message"
    confirm: bool = False


class PinNotice(InRoom):
    text: str


class OfPin(InRoom):
    id: Id


class MarkMoment(InRoom):
    label: Annotated[str, msgspec.Meta(max_length=1000)] = ""


class OfMoment(InRoom):
    id: Id
