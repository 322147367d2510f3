"""Flagging, as JSON."""

from typing import Annotated, Literal

import msgspec

from foundation.addresses import client_address
from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from moderation.flags.checking import LONGEST_NOTE
from moderation.flags.reasons import FlagReason
from moderation.flags.service import flag

api = Api()


class FlagTarget(msgspec.Struct):
    """What is flagged: `person` is a name, `avatar` the picture of the person of this id."""

    type: Literal["message", "topic", "reply", "proposal", "statement", "action", "priority", "person", "avatar"]
    id: Annotated[str, msgspec.Meta(max_length=64)]


class FlagBody(msgspec.Struct):
    """A flag. `revision` is that of what was seen, where a client knows it; else what stands there now is meant."""

    target: FlagTarget
    reason: FlagReason
    note: Annotated[str, msgspec.Meta(max_length=LONGEST_NOTE)] | None = None
    revision: int | None = None


class FlagAnswer(msgspec.Struct):
    """The flag's id: again by the same person on the same thing, it is the same."""

    id: str


@api.post(
    "/flags", permission=Permission.FLAG_MAKE, body=FlagBody, answer=FlagAnswer, status=201,
    summary="Point the moderators to words, a name or a picture; hides nothing by itself",
)  # fmt: skip
async def make_flag(call: Call[FlagBody, None]) -> FlagAnswer:
    """Anybody with a name here, guests too. 404 for what is not there, or was taken down."""
    said, address = call.body, client_address(call.request, call.request.app[SETTINGS])
    made = await flag(
        call.request.app, call.viewer, said.target.type, said.target.id, said.reason, said.note or "", address,
        revision=said.revision,
    )  # fmt: skip
    return FlagAnswer(made)
