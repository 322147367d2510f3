"""Proposals as clients get them."""

import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec

from accounts.people import PublicPerson
from foundation import clock
from foundation.pictures.shapes import Picture
from priorities.models import ProposalState

JSON = dict[str, Any]


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
