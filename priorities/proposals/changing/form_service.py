"""The context of the pages where one changes one's own proposal, or takes it back."""

from typing import Any

from foundation.errors import Refusal
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm
from foundation.text import rendered, stored_html
from priorities.pictures.service import PICTURES
from priorities.proposals.changing.edits import Overtaken
from priorities.proposals.drafts_service import drawing_for, said, typed_draft
from priorities.proposals.policy import access_own
from priorities.proposals.posting.forms import NAMES
from priorities.proposals.posting.outcomes import Outcome
from priorities.proposals.shown import shown_proposal
from priorities.proposals.words import PROPOSAL
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def begun_edit(viewer: Viewer, proposal_id: str) -> JSON:
    """The context of priorities/proposals/edit.html: the words that stand, or those that wait.

    Raises what `access_own` does.
    """
    row, proposal = await access_own(viewer, proposal_id)
    words = proposal["pending"] or proposal
    pictures = (await PICTURES.pictures_of([proposal_id], PROPOSAL, waiting=True)).get(proposal_id, [])
    draft: JSON = {name: "" if words.get(name) is None else words[name] for name in NAMES}
    draft |= {"version": proposal["version"], "pictures": [each | {"posted": True} for each in pictures]}
    return await _context(viewer, row, proposal, draft)


async def refilled_edit(
    viewer: Viewer, proposal_id: str, form: PostForm, outcome: Outcome | None = None, refusal: Refusal | None = None
) -> JSON:
    """The same with what was typed; where other words came in between, with those too. Raises as `access_own`."""
    row, proposal = await access_own(viewer, proposal_id)
    draft = await typed_draft(viewer, form, outcome)
    context = await _context(viewer, row, proposal, draft) | said(outcome, refusal)
    if isinstance(refusal, Overtaken):
        draft["version"] = proposal["version"]
        html = stored_html(await rendered(proposal["what"]))
        context["other"] = proposal | {"html": html}
    return context


async def to_withdraw(viewer: Viewer, proposal_id: str) -> JSON:
    """The context of priorities/proposals/withdraw.html. Raises as `access_own`."""
    row, proposal = await access_own(viewer, proposal_id)
    return {"head": await round_head(viewer, row), "proposal": shown_proposal(proposal)}


async def _context(viewer: Viewer, row: JSON, proposal: JSON, draft: JSON) -> JSON:
    return {
        "head": await round_head(viewer, row),
        "proposal": shown_proposal(proposal),
        "neighbourhood_id": row["neighbourhood_id"],
        "draft": draft,
        "drawing": await drawing_for(row["neighbourhood_id"], draft["area"]),
    }
