"""Proposals as clients send them and get them."""

import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from accounts.people import PublicPerson
from foundation import clock
from foundation.pictures.shapes import Picture, PictureIds
from priorities.models import ProposalState
from priorities.proposals import places
from priorities.proposals.posting.new import NewProposal

JSON = dict[str, Any]
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


class HeldProposal(msgspec.Struct):
    """It waits for a moderator: `id` is its own, `reason` a sentence for its author.

    `notice` is `emergency` where they should call 999 at once.
    """

    status: Literal["held"]
    id: str
    reason: str
    notice: str | None = None


class Where(msgspec.Struct):
    """Where it is about, to a thousandth of a degree. `area` is a GeoJSON polygon."""

    name: str
    latitude: float | None
    longitude: float | None
    area: dict[str, Any] | None


class ProposalAnswer(msgspec.Struct):
    """A proposal. `supported`: by who asks.

    `merged_into` is the proposal that it was put together with, `refused_reason` why staff refused it, empty where
    they did not, or an appeal has let it in: `/proposals/ID/refusal` has it then, too. `carried_from` is the proposal
    of an earlier round that it goes on from: then nobody’s name stands at it, and `author` is null.
    """

    id: str
    round: str
    title: str
    what: str
    html: str
    where: Where | None
    when: str
    affected: str
    speaks_for: str
    author: PublicPerson | None
    state: ProposalState
    version: int
    supporters: int
    supported: bool
    pictures: list[Picture]
    merged_into: str | None
    refused_reason: str
    carried_from: str | None
    edited: bool
    created_at: str


class ProposalList(msgspec.Struct):
    """The proposals of a round, those with most support first; once people vote what is voted on, oldest first."""

    items: list[ProposalAnswer]
    next: str | None


class ProposalPage(msgspec.Struct):
    """Which of them: after the `next` of an earlier answer."""

    cursor: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 100


def proposal_answer(row: JSON, author: Any, pictures: Sequence[JSON], *, supported: bool) -> ProposalAnswer:
    """From its row, for somebody who may read it."""
    somewhere = row["place_name"] or row["place_latitude"] is not None
    area = json.loads(row["area"]) if row["area"] else None
    return ProposalAnswer(
        id=row["id"],
        round=row["round_id"],
        title=row["title"],
        what=row["what"],
        html=row["html"],
        where=Where(row["place_name"], row["place_latitude"], row["place_longitude"], area) if somewhere else None,
        when=row["times"],
        affected=row["affected"],
        speaks_for=row["speaks_for"],
        author=author,
        state=row["state"],
        version=row["version"],
        supporters=row["supporters"],
        supported=supported,
        pictures=msgspec.convert(list(pictures), list[Picture]),
        merged_into=row["merged_into_id"],
        carried_from=row["carried_from_id"],
        refused_reason=row["refused_reason"] if row["state"] == ProposalState.REFUSED else "",
        edited=row["edited_at"] is not None,
        created_at=clock.rfc3339(row["created_at"]),
    )


def where_of(given: WhereBody | str | None) -> places.Where:
    """What a client says of where it is about, by a name alone or in full."""
    if isinstance(given, WhereBody):
        return places.Where(given.name, given.latitude, given.longitude, given.area)
    return places.Where(given or "")
