"""Proposals as clients send them."""

from typing import Annotated, Any
from uuid import UUID

import msgspec

from foundation.pictures.shapes import PictureIds
from priorities.proposals import places
from priorities.proposals.posting.new import NewProposal

Line = Annotated[str, msgspec.Meta(max_length=1000)]
Words = Annotated[str, msgspec.Meta(max_length=20_000)]
"""Longer ones are refused in a sentence of their own; these by the shape."""


class WhereBody(msgspec.Struct):
    """A street or place that everybody knows, a position, or a drawn area (a GeoJSON polygon): all are kept coarse."""

    name: Line = ""
    latitude: Annotated[float, msgspec.Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, msgspec.Meta(ge=-180, le=180)] | None = None
    area: dict[str, Any] | None = None


class ProposalWords(msgspec.Struct, kw_only=True):
    """What a proposal says, to make it or to change it."""

    title: Line
    what: Words
    where: WhereBody | Line | None = None
    when: Line | None = None
    affected: Line = ""
    speaks_for: Line = ""
    confirm: bool = False
    pictures: PictureIds | None = None

    def new(self, client_id: str) -> NewProposal:
        """The same on its way to the service."""
        return NewProposal(
            client_id=client_id,
            title=self.title,
            what=self.what,
            where=where_of(self.where),
            times=self.when or "",
            affected=self.affected,
            speaks_for=self.speaks_for,
            confirm=self.confirm,
            pictures=tuple(self.pictures or ()),
        )


class ProposalBody(ProposalWords, kw_only=True):
    """A proposal to make. `where` is the name of a street, or more. `when` says when it happens, `affected` to whom.

    `client_id`: a UUID of the client's own; the same again is answered the same, and proposes nothing twice.
    `confirm`: the author was warned of something in it (422, `type` ends with `warned`) and sends it all the same.
    `pictures`: ids.
    """

    client_id: UUID | None = None


class ChangedProposal(ProposalWords, kw_only=True):
    """Other words for a proposal: all of them, as `ProposalBody`. `version` is that of those they take the place of.

    409 with the `proposal` that stands where that is another by now. `pictures`: left out, they stay as they are.
    """

    version: int


def where_of(given: WhereBody | str | None) -> places.Where:
    """What a client says of where it is about, by a name alone or in full."""
    if isinstance(given, WhereBody):
        return places.Where(given.name, given.latitude, given.longitude, given.area)
    return places.Where(given or "")
