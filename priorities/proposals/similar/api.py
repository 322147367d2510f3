"""Similar proposals over JSON, while a title is typed."""

from typing import Annotated

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.similar import service

api = Api()


class Typed(msgspec.Struct):
    """The title as it is so far."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]


class SimilarProposal(msgspec.Struct):
    """A proposal that is like it; `path` is that of its page."""

    id: str
    title: str
    supporters: int
    path: str


class SimilarProposals(msgspec.Struct):
    """At most five, the closest first."""

    items: list[SimilarProposal]
    next: None = None


@api.get("/rounds/{id}/similar", permission=Permission.PRIORITY_READ, query=Typed, answer=SimilarProposals,
         summary="Proposals of a round that are like one that is being made")  # fmt: skip
async def list_similar(call: Call[None, Typed]) -> SimilarProposals:
    """By the words of its title that carry meaning, in any order. Only open ones, which can be supported."""
    found = await service.similar(call.request.app, call.viewer, call.path["id"], call.query.title)
    return msgspec.convert({"items": found}, SimilarProposals)
