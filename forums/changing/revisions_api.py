"""What a reply said before each of its edits, as JSON, for the staff who serve its forum."""

from forums.changing.revisions_service import read_revisions
from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.changes_shapes import RevisionList

api = Api()


@api.get("/replies/{id}/revisions", permission=Permission.REVISION_READ, answer=RevisionList,
         summary="What was changed in a reply, for the staff of its forum")  # fmt: skip
async def list_revisions(call: Call[None, None]) -> RevisionList:
    """Of a topic by its number 1. Where a sealed case holds words, a sentence stands in their place."""
    found = await read_revisions(call.request.app, call.viewer, call.path["id"])
    return RevisionList.of(found["changes"])
