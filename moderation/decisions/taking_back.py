"""Ending what a decision did beside the thing itself: an undo, or an appeal that was won."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.permissions import Viewer
from moderation.content import CONTENT, Content, Exclusion, Tell
from moderation.decisions import store
from moderation.decisions.banning import end_ban_of
from moderation.decisions.carrying_out import exclusion_of
from moderation.decisions.ruling import Action

JSON = dict[str, Any]


async def take_back_effects(app: web.Application, viewer: Viewer, content: Content, decision: JSON) -> Sequence[Tell]:
    """Let its author in again, and end the ban that came of it; or keep out again whom it had let in, for the time that
    is left. Gives what to tell. In a transaction.
    """
    tells, thing = await end_ban_of(viewer, decision["id"], ""), app[CONTENT][content.type]
    if exclusion := exclusion_of(decision):
        return [*tells, *await thing.readmit(content, exclusion)]
    if decision["action"] == Action.READMIT and (exclusion := await _ended_by(decision)):
        return [*tells, *await thing.exclude(content, exclusion)]
    return tells


async def _ended_by(decision: JSON) -> Exclusion | None:
    before = await store.find_decision(decision["supersedes_id"]) if decision["supersedes_id"] else None
    exclusion = exclusion_of(before) if before else None
    return exclusion if exclusion and (exclusion.until is None or exclusion.until > clock.now()) else None
