"""Keeping somebody from flagging for a time: with a reason, which they read."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from accounts.people import person
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.language import _
from foundation.pages import local_date
from foundation.permissions import Viewer
from foundation.text import clean_text
from moderation.flags import store
from moderation.flags.models import FlaggerRecord
from moderation.flags.outcomes import outcome_of
from moderation.flags.policy import access_flagger
from moderation.flags.records import MINE
from moderation.sealed.reading import instead_of_sealed, sealed_texts
from moderation.sealed.service import check_unsealed
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]
LONGEST_REASON = 500
DAYS = (1, 7, 30, 90)
"""For how long somebody may be muted; then it ends by itself."""
_SHOWN = 20


async def flagger(app: web.Application, viewer: Viewer, person_id: str) -> JSON:
    """What a moderator may know of somebody who flags: `person`, `upheld`, `refused`, `muted_until`, `muted_reason`,
    and their last `flags` in the moderator's force, but on the moderator's own things: `{reason, at, note, outcome}`.
    Raises NotAllowed, NotFound.
    """
    record = await access_flagger(viewer, person_id)
    names = ("upheld", "refused", "muted_reason")
    known: JSON = {name: getattr(record, name) for name in names}
    muted = record.muted_until if record.muted_until and record.muted_until > clock.now() else None
    rows = await store.flags_in_force(person_id, viewer.force or "", str(viewer.id), _SHOWN)
    sealed = await sealed_texts(app, viewer, viewer.force, (row["note"] for row in rows))
    rows = [row | {"note": instead_of_sealed()} if row["note"] in sealed else row for row in rows]
    flags = [{**row, "outcome": outcome_of(row["state"], row["action"])} for row in rows]
    return known | {"muted_until": muted, "person": await person(person_id), "flags": flags}


async def mute(app: web.Application, viewer: Viewer, person_id: str, days: int, reason: str, zone: ZoneInfo) -> None:
    """Keep somebody from flagging for so many days, but for a danger or a child: that is read from everybody.

    `zone` is where the day is named in. Raises NotAllowed, NotFound, Invalid.
    """
    record = await access_flagger(viewer, person_id)
    reason = clean_text(reason)
    if not reason or len(reason) > LONGEST_REASON:
        raise Invalid.at("reason", _("Give a reason in at most 500 characters: the person will read it."))
    if days not in DAYS:
        raise Invalid.at("days", _("Choose for how long."))
    await check_unsealed(app, viewer.force, reason, field="reason")
    until = clock.now() + timedelta(days=days)

    async def work() -> None:
        await store.set_muted(record.person_id, until, reason, viewer.id)
        await _note(viewer, "flagger.mute", record, reason, {"days": days})
        key = f"flagger.{person_id}.{until:%Y%m%d%H%M%S}"
        await notify(person_id, NoticeKind.FLAGGED, lambda: _muted(local_date(until, zone), reason), MINE, key=key)

    await atomic(work)
    await noticed(person_id)(app)


async def unmute(app: web.Application, viewer: Viewer, person_id: str) -> None:
    """Let somebody flag again; nothing where they may. Raises NotAllowed, NotFound."""
    record = await access_flagger(viewer, person_id)
    if record.muted_until is None:
        return

    async def work() -> None:
        await store.set_muted(record.person_id, None, None, None)
        await _note(viewer, "flagger.unmute", record, "", {})
        key = f"flagger.{person_id}.{clock.now():%Y%m%d%H%M%S}.end"
        await notify(person_id, NoticeKind.FLAGGED, lambda: _("You can flag again."), MINE, key=key)

    await atomic(work)
    await noticed(person_id)(app)


def _muted(day: str, reason: str) -> str:
    sentence = _(
        "You can’t flag until %(day)s. The reason given was: %(reason)s You can still tell us that somebody is in "
        "danger, or that a child is named.",
        day=day,
        reason=reason,
    )
    return str(sentence)


async def _note(viewer: Viewer, act: str, record: FlaggerRecord, reason: str, details: dict[str, object]) -> None:
    await add_entry(
        act=act, actor=viewer, subject_type="person", subject_id=record.person_id, reason=reason, details=details
    )  # fmt: skip
