"""Appeals through permission, by what their words say as well: terms may be sealed after a decision."""

from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from moderation.appeals.policy import access_appeal, not_cleared
from moderation.evidence.words import words_at
from moderation.sealed.reading import sealed_texts

JSON = dict[str, Any]


async def access_readable_appeal(app: web.Application, viewer: Viewer, appeal_id: str) -> tuple[JSON, JSON]:
    """What `access_appeal` gives and raises; NotAllowed also where the appeal, or the words that it is about, say
    something of a sealed case for which the viewer is not cleared.
    """
    appeal, decision = await access_appeal(viewer, appeal_id)
    words = await words_at(decision["id"])
    texts = [appeal["text"], *([words.body, words.pending or ""] if words else [])]
    if await sealed_texts(app, viewer, decision["force_id"], texts):
        raise not_cleared()
    return appeal, decision
