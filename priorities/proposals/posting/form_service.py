"""The context of the form of a new proposal, empty or with what was typed."""

import json
from typing import Any

from aiohttp import web

from foundation.client_ids import new_client_id
from foundation.errors import Refusal
from foundation.keys import LIMITS
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm
from foundation.text import rendered, stored_html
from priorities.pictures.service import PICTURES
from priorities.policy import access_round
from priorities.proposals.drawing import Drawn, drawn
from priorities.proposals.places import area_of
from priorities.proposals.policy import check_may_propose
from priorities.proposals.posting.forms import NAMES, refilled
from priorities.proposals.posting.new import NewProposal, checked
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


async def typed_draft(viewer: Viewer, form: PostForm, outcome: Outcome | None) -> JSON:
    """What was typed, as the fields of a form show it."""
    pictures = await PICTURES.own(viewer.id, form.pictures) if viewer.id else []
    warned = {"warned": outcome.reason, "in_private": outcome.in_private} if outcome else {"warned": ""}
    return refilled(form) | {"pictures": pictures, **warned}


def said(outcome: Outcome | None, refusal: Refusal | None) -> JSON:
    """What is to be said about what was typed."""
    emergency = outcome is not None and outcome.notice == "emergency"
    problems = {"problem": refusal.message, "fields": refusal.fields} if refusal else {}
    return {"emergency": emergency, **problems}


async def alike(round_id: str, form: PostForm) -> list[JSON]:
    """The round's proposals that are like the one about to be made: offered once, to be supported instead."""
    if form.fields.get("alike_seen") == "yes":
        return []
    return await similar_titles(round_id, form.fields.get("title", ""))


async def preview_of(app: web.Application, viewer: Viewer, neighbourhood: str, new: NewProposal) -> JSON:
    """How a proposal will look: its words with `html`, and its `drawing`. Raises Invalid, TooFast."""
    await app[LIMITS].check("preview", str(viewer.id))
    words = await checked(new, neighbourhood)
    drawing = await drawn(neighbourhood, words) if words["place_latitude"] is not None else None
    return {"words": words | {"html": stored_html(await rendered(words["what"]))}, "drawing": drawing}


async def drawing_for(neighbourhood: str, area: str) -> Drawn | None:
    """The drawing of a form, with the area that was drawn in it where that can be read."""
    try:
        given = area_of(area)
        corners = given["coordinates"][0]
        drawable = all(isinstance(number, int | float) for corner in corners for number in corner[:2])
        return await drawn(neighbourhood, {"area": json.dumps(given)} if drawable else None)
    except (Refusal, TypeError, KeyError, IndexError, ValueError, OverflowError):
        return await drawn(neighbourhood)


async def _context(viewer: Viewer, row: JSON, draft: JSON) -> JSON:
    return {
        "head": await round_head(viewer, row),
        "round_id": row["id"],
        "neighbourhood_id": row["neighbourhood_id"],
        "ends": row["shape_at"],
        "draft": draft,
        "drawing": await drawing_for(row["neighbourhood_id"], draft["area"]),
    }
