"""Putting proposals together over JSON, and what a supporter says to it."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.merging import moving_service, service, shown_service
from priorities.proposals.merging.shapes import MergeBody, MergeHistory, MovedBody

api = Api()


@api.get("/proposals/{id}/merges", permission=Permission.PRIORITY_READ, answer=MergeHistory,
         summary="What a proposal was put together with")  # fmt: skip
async def list_merges(call: Call[Any, None]) -> MergeHistory:
    """In the order of time."""
    return msgspec.convert({"items": await shown_service.merge_history(call.viewer, call.path["id"])}, MergeHistory)


@api.put("/proposals/{id}/merge", permission=Permission.PROPOSAL_ARRANGE, body=MergeBody,
         summary="Put a proposal together with another one of its round")  # fmt: skip
async def merge(call: Call[MergeBody, None]) -> None:
    """For officers who serve there, before the vote. Its supporters are asked whether their support goes along."""
    body = call.body
    await service.merge(call.request.app, call.viewer, call.path["id"], body.into, body.reason)


@api.delete("/proposals/{id}/merge", permission=Permission.PROPOSAL_ARRANGE,
            summary="Make it a proposal of its own again")  # fmt: skip
async def unmerge(call: Call[Any, None]) -> None:
    """With the support that it had. 409 where what it is in was put together with another one since."""
    await service.unmerge(call.request.app, call.viewer, call.path["id"])


@api.put("/proposals/{id}/support/moved", permission=Permission.PROPOSAL_SUPPORT, body=MovedBody,
         summary="Have your support go along to the proposal that it is in now, or not")  # fmt: skip
async def move_support(call: Call[MovedBody, None]) -> None:
    """For who supported a proposal that was put together with another one; silence leaves it where it was."""
    await moving_service.move_support(call.request.app, call.viewer, call.path["id"], moved=call.body.moved)
