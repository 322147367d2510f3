"""What words said before each of their edits, as clients get it."""

from typing import Any, Literal

import msgspec

from accounts.people import PublicPerson
from foundation import clock


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
    """All changes of some words, the latest first."""

    items: list[WordsChanged]
    next: None = None

    @classmethod
    def of(cls, changes: list[dict[str, Any]]) -> "RevisionList":
        """From `{by, at, pieces}` of each."""
        return cls([WordsChanged(each["by"], clock.rfc3339(each["at"]), _pieces(each)) for each in changes])


def _pieces(change: dict[str, Any]) -> list[ChangedPiece]:
    return [ChangedPiece(piece.kind, piece.text) for piece in change["pieces"]]
