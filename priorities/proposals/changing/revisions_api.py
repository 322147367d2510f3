"""What a proposal said before each of its edits, as JSON, for the staff who serve its neighbourhood."""

from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.changes_shapes import RevisionList
from priorities.proposals.changing.revisions_service import read_revisions

api = Api()


@api.get("/proposals/{id}/revisions", permission=Permission.REVISION_READ, answer=RevisionList,
         summary="What was changed in a proposal, for the staff of its neighbourhood")  # fmt: skip
async def list_revisions(call: Call[None, None]) -> RevisionList:
    """Where a sealed case holds words, a sentence stands in their place."""
    found = await read_revisions(call.request.app, call.viewer, call.path["id"])
    return RevisionList.of(found["changes"])
