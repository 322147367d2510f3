"""The transparency report of a month."""

from datetime import datetime
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from moderation.public import report_store as store
from moderation.public.acts import PlaceAnswer
from moderation.public.log_service import forces_here
from moderation.public.months import Month
from moderation.public.ports import COUNT_POSTS
from moderation.public.report import (
    AppealFigures,
    Counted,
    DrillFigures,
    MonthFigures,
    Report,
    counted,
    figures_by_kind,
    figures_of,
)
from moderation.public.small_numbers import told, told_parts

JSON = dict[str, Any]
_MONTHS = 12


async def report_of(app: web.Application, month: Month, force: str | None) -> Report:
    """The figures of a month, of one force or of all (None). Raises NotFound for an unknown force."""
    zone = app[SETTINGS].time_zone
    place = await _force(force) if force else None
    between = (force, month.begins(zone), month.ends(zone))
    rows = await store.decisions(*between)
    stood = [row for row in rows if not row["undone"]]
    flags = await store.flags(*between)
    return Report(
        month=str(month),
        force=place,
        over=month.is_over(zone),
        made_at=clock.rfc3339(clock.now()),
        posts=sum([await count(*between) for count in app[COUNT_POSTS]]),
        flags=told(sum(flags.values())),
        flags_by_reason=[Counted(name, count) for name, count in sorted(told_parts(flags).items())],
        held=told(await store.held(*between)),
        undone=len(rows) - len(stood),
        appeals=await _appeals(between),
        drills=[_drill(row) for row in await store.drills(*between)],
        months=[await _month(app, month.moved(by), force) for by in range(1 - _MONTHS, 1)],
        **_decided(stood),
    )


def _decided(rows: list[JSON]) -> JSON:
    """What the public log shows one by one is counted as it is."""
    by_person = sum(row["actor_id"] is not None for row in rows)
    every = figures_of("every", rows)
    return {
        "decisions": len(rows),
        "by_person": by_person,
        "by_rule": len(rows) - by_person,
        "overturned": every.overturned,
        "every_kind": every,
        "by_kind": figures_by_kind(rows),
        "by_action": counted(row["action"] for row in rows),
        "by_clause": counted(row["clause"] for row in rows if row["clause"]),
        "by_role": counted((row["actor_role"] or "moderator") if row["actor_id"] else "rule" for row in rows),
    }


async def _appeals(between: tuple[str | None, datetime, datetime]) -> AppealFigures:
    states = await store.appeals(*between)
    parts = told_parts({state: states.get(state, 0) for state in ("upheld", "overturned", "open")})
    return AppealFigures(told(sum(states.values())), parts["upheld"], parts["overturned"], parts["open"])


def _drill(row: JSON) -> DrillFigures:
    seen = row["seen_at"]
    return DrillFigures(row["force_id"], row["week"], (seen - row["posted_at"]).total_seconds() if seen else None)


async def _month(app: web.Application, month: Month, force: str | None) -> MonthFigures:
    zone = app[SETTINGS].time_zone
    return MonthFigures(str(month), await store.number_of_decisions(force, month.begins(zone), month.ends(zone)))


async def _force(force: str) -> PlaceAnswer:
    forces = await forces_here()
    if force not in forces:
        raise NotFound(_("There is no such force here."))
    return PlaceAnswer(force, forces[force])
