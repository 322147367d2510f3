"""Similar proposals over JSON, while a title is typed."""

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.similar import service
from priorities.proposals.similar.shapes import SimilarProposals, Typed

api = Api()


@api.get("/rounds/{id}/similar", permission=Permission.PRIORITY_READ, query=Typed, answer=SimilarProposals,
         summary="Proposals of a round that are like one that is being made")  # fmt: skip
async def list_similar(call: Call[None, Typed]) -> SimilarProposals:
    """By the words of its title that carry meaning, in any order. Only open ones, which can be supported."""
    found = await service.similar(call.request.app, call.viewer, call.path["id"], call.query.title)
    return msgspec.convert({"items": found}, SimilarProposals)
