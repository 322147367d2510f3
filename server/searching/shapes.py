"""What the call of searching takes and gives."""

from datetime import date
from typing import Annotated, Literal

import msgspec

Kind = Literal["topic", "reply", "surgery", "message", "transcript", "priority"]
LONGEST_PLACE, LONGEST_SECTION = 64, 40
"""Characters of a neighbourhood's id, and of a section's name in addresses. PostgreSQL's index fails by words of over
2,046."""
Name = Annotated[str, msgspec.Meta(max_length=LONGEST_PLACE)]


class FindAnything(msgspec.Struct, rename={"since": "from", "until": "to"}):
    """Words, "phrases" and -words; `from` and `to` are days, both included. `transcript`: surgeries and messages."""

    q: str = ""
    kind: Kind | None = None
    neighbourhood: Name | None = None
    section: Annotated[str, msgspec.Meta(max_length=LONGEST_SECTION)] | None = None
    answered: bool = False
    since: date | None = None
    until: date | None = None
    cursor: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 20


class FoundAnswer(msgspec.Struct):
    """Something that was found. `marks` are the places in `excerpt` that match, as characters: first, and after last.

    `title` of a reply or message is that of what it stands in. `url` is a path of this server.
    """

    kind: str
    id: str
    title: str
    excerpt: str
    url: str
    score: float
    marks: list[tuple[int, int]]
    neighbourhood: str | None
    answered: bool
    created_at: str


class FoundList(msgspec.Struct):
    """The best first."""

    items: list[FoundAnswer]
    next: str | None
