"""Ending what a decision did beside the thing itself: an undo, or an appeal that was won."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from moderation.content import CONTENT, Content, Tell
from moderation.decisions.banning import end_ban_of
from moderation.decisions.ruling import Action

JSON = dict[str, Any]


async def take_back_effects(app: web.Application, viewer: Viewer, content: Content, decision: JSON) -> Sequence[Tell]:
    """Let its author in again, and end the ban that came of it; gives what to tell. In a transaction."""
    tells = await end_ban_of(viewer, decision["id"], "")
    action, until = decision["action"], decision["until"]
    was_kept_out = action == Action.SILENCE or (action == Action.REMOVE and until)
    return [*tells, *await app[CONTENT][content.type].readmit(content, action, until)] if was_kept_out else tells
