"""Officers going on duty and off, and the words that they have until then."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal

from aiohttp import web

from accounts.above import duty_changed
from accounts.duty import store
from accounts.duty.codes import Code, code_of, words_of_shift
from accounts.people import persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import NotAllowed
from foundation.ids import new_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Role, Viewer
from foundation.settings import Settings

LASTS = timedelta(hours=12)
By = Literal["officer", "room"]


async def begin_shift(app: web.Application, officer: str, by: By = "officer", actor: Viewer | None = None) -> None:
    """Put an officer on duty for twelve hours at most; who is on duty already stays in the shift that they have.

    `by`: whether they said so themselves, or a room did. `actor` is who is written down, the officer where none is
    given. Raises NotAllowed for somebody who is no verified officer.
    """
    if await atomic(partial(_begin, app[SETTINGS], officer, by, actor)):
        await duty_changed(app, officer)


async def begin_room_shift(app: web.Application, officer: str, opened_at: datetime, actor: Viewer) -> None:
    """Put the host who came into an open room on duty, unless they went off duty by hand since it opened."""
    if await duty_of(app, [officer]) or await store.went_off_since(officer, opened_at):
        return
    await begin_shift(app, officer, "room", actor)


async def end_shift(app: web.Application, officer: str, actor: Viewer | None = None) -> None:
    """Take an officer off duty: their words are old at once. Nothing for who is on none."""
    if await atomic(partial(_end, officer, actor)):
        await duty_changed(app, officer)


async def end_room_shift(app: web.Application, officer: str) -> None:
    """Take off duty whom a room had put on; who went on duty themselves stays."""
    if await atomic(partial(_end, officer, None, only_by="room")):
        await duty_changed(app, officer)


async def end_late_shifts(app: web.Application) -> None:
    """End the shifts that ran their twelve hours, and tell the rooms; once, however many processes tick."""
    for shift in await store.late_shifts():
        if await atomic(partial(_end_at, shift, shift["ends_at"], Viewer())):
            await duty_changed(app, shift["person_id"])


async def duty_of(app: web.Application, officers: Collection[str]) -> dict[str, dict[str, Any]]:
    """Who of these is on duty now: `code` (three words) and `until` (aware datetime) by id. Nobody unverified is."""
    shifts = await store.living_shifts(officers) if officers else []
    people = await persons([shift["person_id"] for shift in shifts])
    found = {}
    for shift in shifts:
        words = words_of_shift(app[SETTINGS], shift)
        if words and people[shift["person_id"]]["officer"]:
            found[shift["person_id"]] = {"code": words, "until": shift["ends_at"]}
    return found


async def own_duty(app: web.Application, viewer: Viewer) -> dict[str, Any] | None:
    """One's own duty, for a verified officer: `code` and `until`, both None off duty. None for everybody else."""
    if viewer.role is not Role.OFFICER or viewer.force is None:
        return None
    return (await duty_of(app, [str(viewer.id)])).get(str(viewer.id), {"code": None, "until": None})


async def on_duty_by_rooms() -> list[str]:
    """Who is on duty only because a room put them so."""
    return await store.living_begun_by_rooms()


async def _begin(settings: Settings, officer: str, by: By, actor: Viewer | None) -> bool:
    await store.lock_officer(officer)
    person = (await persons([officer])).get(officer)
    if person is None or person["officer"] is None:
        raise NotAllowed(_("Only a verified officer can go on duty."))
    for shift in await store.living_shifts([officer]):
        if words_of_shift(settings, shift):
            return False
        # The server's secret is another now: nobody can know or check the words of this shift any more.
        await _end_at(shift, clock.now(), Viewer())
    id_, ends_at = new_id(), clock.now() + LASTS
    await store.add_shift(id_, officer, by, ends_at, await _new_code(settings, officer, id_))
    await _audit("shift.begin", actor or _self(officer), officer, {"shift": id_, "by": by})
    return True


async def _new_code(settings: Settings, officer: str, shift: str) -> Code:
    """The first code of the shift that nobody had in the last 30 days."""
    code = code_of(settings, officer, shift, 0)
    while code.repeats or await store.is_key_remembered(code.key):
        code = code_of(settings, officer, shift, code.attempt + 1)
    return code


async def _end(officer: str, actor: Viewer | None, only_by: By | None = None) -> bool:
    await store.lock_officer(officer)
    ended = [
        await _end_at(shift, clock.now(), actor or _self(officer))
        for shift in await store.living_shifts([officer])
        if only_by in (None, shift["began_by"])
    ]
    return any(ended)


async def _end_at(shift: dict[str, Any], at: datetime, actor: Viewer) -> bool:
    if not await store.set_ended(shift["id"], at):
        return False
    await _audit("shift.end", actor, shift["person_id"], {"shift": shift["id"]})
    return True


def _self(officer: str) -> Viewer:
    return Viewer(id=officer, role=Role.OFFICER)


async def _audit(act: str, actor: Viewer, officer: str, details: dict[str, object]) -> None:
    await add_entry(act=act, actor=actor, subject_type="person", subject_id=officer, details=details)
