"""What a reply said before each of its edits, as JSON, for the staff who serve its forum."""

from typing import Any, Literal

import msgspec

from accounts.people import PublicPerson
from forums.changing.revisions_service import read_revisions
from foundation import clock
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


class ChangedPiece(msgspec.Struct):
    """A stretch of text that stayed, is gone, or is new."""

    kind: Literal["same", "gone", "new"]
    text: str


class WordsChanged(msgspec.Struct):
    """One change of the words: by whom, when, and the pieces of both texts in their order."""

    by: PublicPerson | None
    at: str
    pieces: list[ChangedPiece]


class RevisionList(msgspec.Struct):
    """All changes of a reply, the latest first."""

    items: list[WordsChanged]
    next: None = None


@api.get("/replies/{id}/revisions", permission=Permission.REVISION_READ, answer=RevisionList,
         summary="What was changed in a reply, for the staff of its forum")  # fmt: skip
async def list_revisions(call: Call[None, None]) -> RevisionList:
    """Of a topic by its number 1. Where a sealed case holds words, a sentence stands in their place."""
    found = await read_revisions(call.request.app, call.viewer, call.path["id"])
    return RevisionList([_change(each) for each in found["changes"]])


def _change(change: dict[str, Any]) -> WordsChanged:
    pieces = [ChangedPiece(piece.kind, piece.text) for piece in change["pieces"]]
    return WordsChanged(change["by"], clock.rfc3339(change["at"]), pieces)
