"""The context of the form of a new proposal, empty or with what was typed."""

from typing import Any

from foundation.client_ids import new_client_id
from foundation.errors import Refusal
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm
from priorities.policy import access_round
from priorities.proposals.drafts_service import drawing_for, said, typed_draft
from priorities.proposals.policy import check_may_propose
from priorities.proposals.posting.forms import NAMES
from priorities.proposals.posting.outcomes import Outcome
from priorities.proposals.similar.service import similar_titles
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def begun_proposal(viewer: Viewer, round_id: str) -> JSON:
    """The context of priorities/proposals/new.html. Raises what `check_may_propose` does, and NotFound."""
    row = await access_round(viewer, round_id)
    await check_may_propose(viewer, row)
    draft: JSON = dict.fromkeys(NAMES, "") | {"client_id": new_client_id(), "pictures": []}
    return await _context(viewer, row, draft)


async def refilled_proposal(
    viewer: Viewer, round_id: str, form: PostForm, outcome: Outcome | None = None, refusal: Refusal | None = None
) -> JSON:
    """The same with what was typed, and what is to be said about it. Raises NotFound."""
    row = await access_round(viewer, round_id)
    draft = await typed_draft(viewer, form, outcome)
    return await _context(viewer, row, draft) | said(outcome, refusal)


async def alike(round_id: str, form: PostForm) -> list[JSON]:
    """The round's proposals that are like the one about to be made: offered once, to be supported instead."""
    if form.fields.get("alike_seen") == "yes":
        return []
    return await similar_titles(round_id, form.fields.get("title", ""))


async def _context(viewer: Viewer, row: JSON, draft: JSON) -> JSON:
    return {
        "head": await round_head(viewer, row),
        "round_id": row["id"],
        "neighbourhood_id": row["neighbourhood_id"],
        "ends": row["shape_at"],
        "draft": draft,
        "drawing": await drawing_for(row["neighbourhood_id"], draft["area"]),
    }
