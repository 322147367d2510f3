"""What the pages of putting together are filled with."""

from typing import Any

from foundation.alike import Likeness
from foundation.permissions import Viewer
from priorities.models import ProposalState
from priorities.proposals.arranging_policy import Arranged, access_to_arrange
from priorities.proposals.proposal_rows import proposals_of

JSON = dict[str, Any]
_MOST_ALIKE = 5


async def merging_page(viewer: Viewer, proposal_id: str) -> tuple[Arranged, list[JSON]]:
    """The proposal, and those of its round that it may belong to, the most alike first.

    Raises what `access_to_arrange` does.
    """
    found = await access_to_arrange(viewer, proposal_id)
    rows = [
        row
        for row in await proposals_of(found.round_id)
        if row["id"] != found.id and row["state"] == ProposalState.PUBLISHED
    ]
    near = await Likeness(found.proposal["title"]).nearest([row["title"] for row in rows], _MOST_ALIKE)
    first = [rows[place] for place, _score in near]
    alike = {row["id"] for row in first}
    ordered = [*first, *(row for row in rows if row["id"] not in alike)]
    choices = [
        {"id": row["id"], "title": row["title"], "supporters": row["supporters"], "alike": row["id"] in alike}
        for row in ordered
    ]
    return found, choices
