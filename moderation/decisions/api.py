"""Decisions as JSON: deciding about an item of the queue, and taking that back."""

from typing import Annotated, Literal

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.decisions import service
from moderation.decisions.checking import LONGEST_REASON
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.shown import DecisionShape

api = Api()
_Words = Annotated[str, msgspec.Meta(max_length=LONGEST_REASON)]


class DecisionBody(msgspec.Struct):
    """What is decided. `version` is the item's as it was read; `clause` the id of a rule, `reason` for its author.

    `note` is for staff. `seconds`: for how long somebody is silenced or removed; `body`: what staff put in the place of
    the words; `to`: an officer, safeguarding, or the id of one person on the force's staff.
    """

    version: int
    action: Literal["approve", "hide", "hide_and_warn", "warn", "edit", "silence", "remove", "lock", "escalate", "none"]
    clause: Annotated[str, msgspec.Meta(max_length=32)] = ""
    reason: _Words = ""
    note: _Words | None = None
    seconds: int | None = None
    body: str | None = None
    to: Annotated[str, msgspec.Meta(max_length=16)] | None = None


@api.post(
    "/moderation/items/{id}/decision",
    permission=Permission.DECISION_MAKE,
    body=DecisionBody,
    answer=DecisionShape,
    status=201,
    summary="Decide about an item; 409 with the decision that came first",
)
async def decide(call: Call[DecisionBody, None]) -> DecisionShape:
    """The decision as it was written down."""
    body = call.body
    ruling = Ruling(
        Action(body.action), body.clause, body.reason, body.note or "", body.seconds, body.body, body.to,
        version=body.version,
    )  # fmt: skip
    made = await service.decide(call.request.app, call.viewer, call.path["id"], ruling)
    return msgspec.convert(made, DecisionShape)


@api.post(
    "/decisions/{id}/undo",
    permission=Permission.DECISION_UNDO,
    answer=None,
    status=204,
    summary="Take back a decision of the last two minutes",
)
async def undo(call: Call[None, None]) -> None:
    """Its item waits again. Hosts take back their own decisions in a room, moderators also each other's."""
    await service.undo(call.request.app, call.viewer, call.path["id"])
