"""Drafts as JSON: what one writes goes on on another device."""

from typing import Any

from forums.drafts import service
from forums.drafts.shapes import DraftList, KeptDraft, NewWords
from forums.drafts.words import Words
from foundation.api import Api, Call
from foundation.clock import rfc3339
from foundation.keys import LIMITS
from foundation.permissions import Permission

api = Api()
JSON = dict[str, Any]


@api.get("/drafts", permission=Permission.DRAFT_KEEP, answer=DraftList, summary="One’s own drafts, the latest first")
async def list_drafts(call: Call[None, None]) -> JSON:
    """All of them: there are few."""
    return {"items": [_shown(row) for row in await service.list_drafts(call.viewer)], "next": None}


@api.post("/drafts", permission=Permission.DRAFT_KEEP, body=NewWords, answer=KeptDraft,
          summary="Keep what one is writing; the latest device wins, and is handed what another wrote")  # fmt: skip
async def keep_draft(call: Call[NewWords, None]) -> JSON:
    """Nothing but space is not kept: that drops the draft, unless another device wrote it meanwhile."""
    said, app = call.body, call.request.app
    await app[LIMITS].check("draft", call.viewer.id or "")
    words = Words(said.body, said.title, said.section, said.reply_to)
    draft, other = await service.keep(app, call.viewer, said.place, words, said.version)
    return {"draft": _shown(draft), "other": _shown(other)}


@api.delete("/drafts/{id}", permission=Permission.DRAFT_KEEP, summary="Throw a draft away")
async def delete_draft(call: Call[None, None]) -> None:
    """By its id."""
    await service.drop_one(call.request.app, call.viewer, call.path["id"])


def _shown(row: JSON | None) -> JSON | None:
    return row and row | {"changed_at": rfc3339(row["changed_at"])}
