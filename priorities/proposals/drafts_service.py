"""What is being written of a proposal, new or changed: as its form comes back, and how it will look."""

import json
from typing import Any

from aiohttp import web

from foundation.errors import Refusal
from foundation.keys import LIMITS
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm
from foundation.text import rendered, stored_html
from priorities.pictures.service import PICTURES
from priorities.proposals.drawing import Drawn, drawn
from priorities.proposals.places import area_of
from priorities.proposals.posting.forms import refilled
from priorities.proposals.posting.new import NewProposal, checked_proposal
from priorities.proposals.posting.outcomes import Outcome

JSON = dict[str, Any]


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


async def preview_of(app: web.Application, viewer: Viewer, neighbourhood: str, new: NewProposal) -> JSON:
    """How a proposal will look: its words with `html`, and its `drawing`. Raises Invalid, TooFast."""
    await app[LIMITS].check("preview", str(viewer.id))
    words = await checked_proposal(new, neighbourhood)
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
