"""Naming a panel: officers of the team at once, residents when they say yes. Whoever is on it may leave."""

from functools import partial
from typing import Any

from aiohttp import web

from accounts.neighbours import resident_of
from accounts.people import officers_of
from accounts.residents.privacy import is_young
from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.errors import Conflict, Invalid
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from priorities.acting.screening import not_kept, screened_for_team
from priorities.agreeing import store
from priorities.agreeing.policy import Panel, access_panel_to_answer, access_panel_to_name, check_may_still_be_named
from priorities.round_rows import lock_round, touch_round
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]
MOST = 20
"""People on one panel."""


async def name_member(app: web.Application, viewer: Viewer, round_id: str, person: str) -> None:
    """Put an officer of the team on the panel, or ask a resident of the neighbourhood; again changes nothing.

    Raises NotFound, NotAllowed, Invalid (neither of these), Conflict (too late, or the panel is full).
    """
    panel = await access_panel_to_name(viewer, round_id)
    officer = await _is_officer(panel, person)
    if any(each["person_id"] == person for each in panel.members):
        return
    if len(panel.members) >= MOST:
        raise Conflict(_("This panel is full: %(most)s people are on it, or were asked.", most=MOST))
    await write(app, partial(_name, viewer, round_id, person, officer))


async def accept(app: web.Application, viewer: Viewer, round_id: str) -> None:
    """Say yes, and be on the panel. Raises NotFound (nobody asked), Conflict (too late)."""
    panel = await access_panel_to_answer(viewer, round_id)
    if panel.sits(viewer):
        return
    check_may_still_be_named(panel)
    await write(app, partial(_accept, viewer, round_id))


async def leave(app: web.Application, viewer: Viewer, round_id: str) -> None:
    """Say no, or leave the panel. Raises NotFound."""
    await access_panel_to_answer(viewer, round_id)
    await write(app, partial(_leave, viewer, round_id, str(viewer.id), "panel.leave"))


async def take_off(app: web.Application, viewer: Viewer, round_id: str, person: str, reason: str = "") -> None:
    """Have somebody on it no more; oneself, too. Of a resident who said yes everybody reads why, and not who it was.

    Raises NotFound, NotAllowed, Invalid (no reason), Conflict (too late, or the reason can’t be shown).
    """
    if person == viewer.id:
        await leave(app, viewer, round_id)
        return
    panel = await access_panel_to_name(viewer, round_id)
    why = cleaned_line(reason[:300]) if person in panel.residents else ""
    if person in panel.residents and not why:
        raise Invalid.at("reason", _("Say in public why a resident is taken off the panel."))
    if why and (await screened_for_team(app, viewer, panel.row, why, confirm=True)).verdict.held:
        raise not_kept()
    await write(app, partial(_leave, viewer, round_id, person, "panel.take-off", why))


async def _is_officer(panel: Panel, person: str) -> bool:
    """Whether they are of the team. Raises Invalid for who is neither that nor a resident who can be asked."""
    neighbourhood = panel.row["neighbourhood_id"]
    if person in {each["id"] for each in await officers_of(neighbourhood)}:
        return True
    resident = await resident_of(neighbourhood, person) if is_own_id(person) else None
    if resident is None or is_young(await store.age_band_of(person)):
        raise Invalid.at("person", _("Choose an officer of the team, or a resident of this neighbourhood over 16."))
    return False


async def _name(viewer: Viewer, round_id: str, person: str, officer: bool) -> Change[None]:
    await lock_round(round_id)
    before = await store.find_member(round_id, person)
    if before and before["left_at"] is None:
        return Change(None)
    await store.set_member(round_id, person, str(viewer.id), accepted=officer)
    await _audit(viewer, "panel.name", round_id, person)
    await touch_round(round_id)
    tell: list[Tell] = []
    key = f"panel:{round_id}"
    # Somebody who said no is asked again on the page of the round, and not by another mail.
    if person != viewer.id and await notify(
        person, NoticeKind.PANEL_ASKED, _named if officer else _asked, f"/rounds/{round_id}/panel", key=key
    ):
        tell.append(noticed(person))
    return Change(None, rounds=[round_id], tell=tell)


async def _accept(viewer: Viewer, round_id: str) -> Change[None]:
    if not await store.set_accepted(round_id, str(viewer.id)):
        return Change(None)
    await _audit(viewer, "panel.accept", round_id, str(viewer.id))
    await touch_round(round_id)
    return Change(None, rounds=[round_id])


async def _leave(viewer: Viewer, round_id: str, person: str, act: str, why: str = "") -> Change[None]:
    if not await store.set_left(round_id, person, why):
        return Change(None)
    await _audit(viewer, act, round_id, person, why)
    await touch_round(round_id)
    return Change(None, rounds=[round_id])


async def _audit(viewer: Viewer, act: str, round_id: str, person: str, why: str = "") -> None:
    details: dict[str, object] = {"person": person}
    await add_entry(act=act, actor=viewer, subject_type="round", subject_id=round_id, reason=why, details=details)


def _asked() -> str:
    return _("The police ask whether you will sit on the panel that agrees on priorities. You can say no.")


def _named() -> str:
    return _("You are on the panel that agrees on the priorities of your neighbourhood.")
