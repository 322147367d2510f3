"""Appeals as JSON: making one against a decision about one's own words, and deciding one."""

from typing import Annotated, Literal

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from foundation.text import MAX_LENGTH
from moderation.appeals import deciding_service, service

api = Api()


class AppealBody(msgspec.Struct):
    """Why the decision is wrong, in its author's words."""

    text: Annotated[str, msgspec.Meta(max_length=MAX_LENGTH)]


class AppealAnswer(msgspec.Struct):
    """The appeal: somebody else than who decided looks at it."""

    id: str


class OutcomeBody(msgspec.Struct):
    """`upheld`: the decision stands; `overturned`: it was wrong. `reason` is what the author reads."""

    outcome: Literal["upheld", "overturned"]
    reason: Annotated[str, msgspec.Meta(max_length=1000)]


@api.post(
    "/decisions/{id}/appeal",
    permission=Permission.DECISION_APPEAL,
    body=AppealBody,
    answer=AppealAnswer,
    status=201,
    summary="Appeal against a decision about one's own words: once, within 20 days",
)
async def appeal(call: Call[AppealBody, None]) -> AppealAnswer:
    """The appeal's id."""
    return AppealAnswer(await service.appeal(call.request.app, call.viewer, call.path["id"], call.body.text))


@api.post(
    "/appeals/{id}/decision",
    permission=Permission.APPEAL_DECIDE,
    body=OutcomeBody,
    answer=None,
    status=204,
    summary="Decide an appeal against somebody else's decision",
)
async def decide(call: Call[OutcomeBody, None]) -> None:
    """Overturned, the thing is shown again in its old place."""
    body = call.body
    await deciding_service.decide_appeal(call.request.app, call.viewer, call.path["id"], body.outcome, body.reason)
