"""Refusals and appeals over JSON."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.refusing import service, shown_service
from priorities.proposals.refusing.shapes import AppealBody, AppealDecision, NotVotedOn, RefusalAnswer, RefusalBody

api = Api()


@api.get("/rounds/{id}/refused", permission=Permission.PRIORITY_READ, answer=NotVotedOn,
         summary="The proposals of a round that are not voted on, and why")  # fmt: skip
async def list_gone(call: Call[Any, None]) -> NotVotedOn:
    """Refused ones, and those that are part of another one now."""
    _row, gone = await shown_service.gone_page(call.viewer, call.path["id"])
    return msgspec.convert(gone, NotVotedOn)


@api.get("/proposals/{id}/refusal", permission=Permission.PRIORITY_READ, answer=RefusalAnswer,
         summary="Why a proposal was refused, and what became of an appeal")  # fmt: skip
async def read_refusal(call: Call[Any, None]) -> RefusalAnswer:
    """404 for one that was not."""
    _found, refusal = await shown_service.refusal_page(call.viewer, call.path["id"])
    return msgspec.convert(refusal, RefusalAnswer)


@api.put("/proposals/{id}/refusal", permission=Permission.PROPOSAL_ARRANGE, body=RefusalBody,
         summary="Refuse a proposal, with a reason")  # fmt: skip
async def refuse(call: Call[RefusalBody, None]) -> None:
    """For officers who serve there, before the vote."""
    await service.refuse(call.request.app, call.viewer, call.path["id"], call.body.reason)


@api.post("/proposals/{id}/appeal", permission=Permission.PROPOSAL_APPEAL, body=AppealBody, answer=None, status=204,
          summary="Appeal against the refusal of your proposal")  # fmt: skip
async def appeal(call: Call[AppealBody, None]) -> None:
    """Once."""
    await service.appeal(call.request.app, call.viewer, call.path["id"], call.body.text)


@api.put("/proposals/{id}/appeal/decision", permission=Permission.PROPOSAL_ARRANGE, body=AppealDecision,
         summary="Decide an appeal against a refusal")  # fmt: skip
async def decide(call: Call[AppealDecision, None]) -> None:
    """For staff who serve there and did not refuse it."""
    body = call.body
    await service.decide(call.request.app, call.viewer, call.path["id"], body.outcome, body.answer)
