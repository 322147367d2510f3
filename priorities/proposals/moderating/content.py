"""Proposals as `moderation.content` has them."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.ids import is_own_id
from moderation.content import Content, Line, State
from neighbourhoods.atlas import current_atlas
from priorities.models import ProposalState
from priorities.pictures.service import PICTURES
from priorities.proposals.proposal_rows import proposals_by, proposals_of
from priorities.proposals.words import PROPOSAL, whole

JSON = dict[str, Any]
PLACE = "round"
"""What decisions call the place of a proposal: its id is the round's."""
_STATES = {
    ProposalState.HELD: State.HELD,
    ProposalState.PUBLISHED: State.PUBLISHED,
    ProposalState.MERGED: State.PUBLISHED,
    ProposalState.REFUSED: State.PUBLISHED,
    ProposalState.HIDDEN: State.HIDDEN,
    ProposalState.REJECTED: State.HIDDEN,
    ProposalState.WITHDRAWN: State.GONE,
}


async def fetch_proposals(ids: Collection[str]) -> dict[str, Content]:
    """Proposals by their ids, whatever their state."""
    rows = await proposals_by([id_ for id_ in set(ids) if is_own_id(id_)])
    pictures = await PICTURES.digests_of([row["id"] for row in rows], PROPOSAL)
    places = (await current_atlas()).places
    names = {id_: place.shown_name for id_, place in places.items() if id_ in {row["neighbourhood_id"] for row in rows}}
    return {
        row["id"]: content_of(row, pictures.get(row["id"], ()), names.get(row["neighbourhood_id"], "")) for row in rows
    }


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What else was proposed in the round around it, each by its title; itself among them."""
    rows = await proposals_of(str(content.place_id))
    itself = next((at for at, row in enumerate(rows) if row["id"] == content.id), 0)
    near = [row for row in rows[max(0, itself - lines) : itself + lines + 1] if row["id"] != content.id]
    before = [_line(row) for row in near if row["id"] < content.id]
    after = [_line(row) for row in near if row["id"] > content.id]
    return [*before, Line(content.id, content.author_id, content.words, content.at, this=True), *after]


def content_of(row: JSON, pictures: Sequence[str], place_name: str = "") -> Content:
    """One of them, from its row."""
    return Content(
        type=PROPOSAL,
        id=row["id"],
        revision=row["version"],
        state=_STATES[row["state"]],
        author_id=row["author_id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        body=whole(row),
        pending=None if row["pending"] is None else whole(row["pending"]),
        at=row["created_at"],
        path=f"/proposals/{row['id']}",
        place_type=PLACE,
        place_id=row["round_id"],
        place_name=place_name,
        reach=row["supporters"],
        pictures=tuple(pictures),
    )


def _line(row: JSON) -> Line:
    shown = _STATES[row["state"]] is State.PUBLISHED
    return Line(row["id"], row["author_id"], row["title"] if shown else None, row["created_at"])
