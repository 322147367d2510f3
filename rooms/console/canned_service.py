"""Keeping canned answers, and filling them for a room. They are put into the box where one answers, never sent."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from foundation.settings import Settings
from moderation.sealed.service import check_unsealed
from rooms.console import canned_store as store
from rooms.console.canned_drafts import CannedDraft, check_canned
from rooms.console.canned_policy import access_canned_to_change, check_staff, may_share
from rooms.console.canned_values import values_in
from rooms.console.canned_variables import filled
from rooms.policy import access_room

JSON = dict[str, Any]
_MOST = 200
"""Answers of one person, or of one force."""


async def list_canned(viewer: Viewer) -> list[JSON]:
    """What a viewer may use, by title: `{id, title, body, shared, may_change}`. Raises NotAllowed."""
    rows = await store.canned_for(*check_staff(viewer))
    return [_shown(row) | {"may_change": row["owner_id"] is not None or may_share(viewer)} for row in rows]


def keeps_shared(viewer: Viewer) -> bool:
    """Whether they keep the answers that all of their force use."""
    return may_share(viewer)


async def add_canned(app: web.Application, viewer: Viewer, draft: CannedDraft) -> str:
    """Keep a new one, one's own or the force's; gives its id. Raises NotAllowed, Invalid, Conflict (too many)."""
    force, person = check_staff(viewer)
    if draft.shared and not may_share(viewer):
        raise NotAllowed(_("Your force’s answers are kept by its moderators."))
    canned, owner = check_canned(draft), None if draft.shared else person
    await _check_unsealed(app, force, canned)
    if await store.count_canned(force, owner) >= _MOST:
        raise Conflict(_("There are %(most)s already. Remove one that nobody uses.", most=_MOST))

    async def work() -> str:
        canned_id = await store.add_canned(force, owner, person, canned.title, canned.body)
        await _audit(viewer, "canned.add", canned_id)
        return canned_id

    return await atomic(work)


async def access_canned(viewer: Viewer, canned_id: str) -> JSON:
    """One that the viewer may change."""
    return _shown(await access_canned_to_change(viewer, canned_id))


async def change_canned(app: web.Application, viewer: Viewer, canned_id: str, draft: CannedDraft) -> None:
    """Put another text in its place; whose it is stays. Raises NotFound, NotAllowed, Invalid."""
    await access_canned_to_change(viewer, canned_id)
    canned = check_canned(draft)
    await _check_unsealed(app, check_staff(viewer)[0], canned)

    async def work() -> None:
        await store.set_canned(canned_id, canned.title, canned.body)
        await _audit(viewer, "canned.change", canned_id)

    await atomic(work)


async def remove_canned(viewer: Viewer, canned_id: str) -> None:
    """Raises NotFound, NotAllowed."""
    await access_canned_to_change(viewer, canned_id)

    async def work() -> None:
        await store.remove_canned(canned_id)
        await _audit(viewer, "canned.remove", canned_id)

    await atomic(work)


async def canned_in(settings: Settings, origin: str, viewer: Viewer, room_id: str) -> list[JSON]:
    """What the viewer may use in a room, filled for it: `{id, title, body, shared}`. Raises NotFound, NotAllowed."""
    standing = await access_room(viewer, room_id)
    rows = await store.canned_for(*check_staff(viewer))
    values = await values_in(settings, origin, viewer, standing.room_id) if rows else {}
    return [_shown(row | {"body": filled(row["body"], values)}) for row in rows]


async def canned_text(settings: Settings, origin: str, viewer: Viewer, room_id: str, canned_id: str) -> str:
    """One of them, filled for a room; empty where it is not theirs. Raises NotFound, NotAllowed."""
    theirs = await canned_in(settings, origin, viewer, room_id)
    return next((answer["body"] for answer in theirs if answer["id"] == canned_id), "")


async def _check_unsealed(app: web.Application, force: str, canned: CannedDraft) -> None:
    await check_unsealed(app, force, canned.title, field="title")
    await check_unsealed(app, force, canned.body)


def _shown(row: JSON) -> JSON:
    return {"id": row["id"], "title": row["title"], "body": row["body"], "shared": row["owner_id"] is None}


async def _audit(viewer: Viewer, act: str, canned_id: str) -> None:
    await add_entry(act=act, actor=viewer, subject_type="canned_answer", subject_id=canned_id)
