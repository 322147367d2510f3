"""What a proposal said before each of its edits, as JSON, for the staff who serve its neighbourhood."""

from typing import Any, Literal

import msgspec

from accounts.people import PublicPerson
from foundation import clock
from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.changing.revisions_service import read_revisions

api = Api()


class ProposalPiece(msgspec.Struct):
    """A stretch of text that stayed, is gone, or is new."""

    kind: Literal["same", "gone", "new"]
    text: str


class ProposalChange(msgspec.Struct):
    """One change of the words: by whom, when, and the pieces of both texts in their order."""

    by: PublicPerson | None
    at: str
    pieces: list[ProposalPiece]


class ProposalChanges(msgspec.Struct):
    """All changes of a proposal, the latest first."""

    items: list[ProposalChange]
    next: None = None


@api.get("/proposals/{id}/revisions", permission=Permission.REVISION_READ, answer=ProposalChanges,
         summary="What was changed in a proposal, for the staff of its neighbourhood")  # fmt: skip
async def list_revisions(call: Call[None, None]) -> ProposalChanges:
    """Where a sealed case holds words, a sentence stands in their place."""
    found = await read_revisions(call.request.app, call.viewer, call.path["id"])
    return ProposalChanges([_change(each) for each in found["changes"]])


def _change(change: dict[str, Any]) -> ProposalChange:
    pieces = [ProposalPiece(piece.kind, piece.text) for piece in change["pieces"]]
    return ProposalChange(change["by"], clock.rfc3339(change["at"]), pieces)
