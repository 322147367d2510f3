"""What clients send of a title as it is typed, and get of proposals that are like it."""

from typing import Annotated

import msgspec


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
