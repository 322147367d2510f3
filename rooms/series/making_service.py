"""Making the dates of a series ahead, and letting those that were made follow when it changes or ends.

A job calls this again and again, in each process: what is made or settled already stays as it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.language import _
from foundation.permissions import READER, Viewer
from rooms.models import Status
from rooms.series import store
from rooms.series.dates import FURTHEST, Date, dates_between
from rooms.series.making import coming_dates, made_until, repetition_of
from rooms.surgeries.attendants_store import followers_of
from rooms.surgeries.changing_service import called_off, changed, plan_of
from rooms.surgeries.plans import DESCRIBING, Plan
from rooms.surgeries.service import access_row
from rooms.surgeries.store import add_surgery
from rooms.writing import Change, write

JSON = dict[str, Any]
_A_RUN = 50


async def make_dates(app: web.Application) -> None:
    """Make what is due of each series, and call off what is left of those that ended."""
    for series_id in await store.to_be_made(made_until(), _A_RUN):
        await follow(app, READER, series_id)
    for left in await store.left_waiting(_A_RUN):
        await call_off(app, READER, left["id"], left["series_id"], left["end_reason"])


async def follow(app: web.Application, viewer: Viewer, series_id: str, why: str | None = None) -> None:
    """Let the dates of a series be as it says now: some move, some are called off, those that lack are made."""
    series = await store.find_series(series_id)
    if series is None or series["ended_at"]:
        return
    repetition = repetition_of(series)
    wanted = {date_.day: date_ for date_ in dates_between(repetition, clock.now(), (clock.now() + FURTHEST).date())}
    for row in await store.dates_of_series(series_id, clock.now()):
        # What was moved by itself stays where it is.
        if row["room__status"] == Status.SCHEDULED and not row["moved_from"]:
            day = datetime.strptime(row["occurrence"][-8:], "%Y%m%d").date()
            await _settle(app, viewer, row["id"], series_id, wanted.get(day), why)
    until = made_until()
    await atomic(lambda: _make(series_id, until))


async def call_off(app: web.Application, viewer: Viewer, surgery_id: str, series_id: str, why: str | None) -> None:
    """Call off one date because its series ended, or has it no more; nothing where it does not wait to open."""
    told = frozenset(await followers_of(series_id))

    async def work() -> Change[None]:
        if not await store.hold_waiting(surgery_id):
            return Change(None)
        return await called_off(viewer, await access_row(surgery_id), why, told=told)

    await write(app, surgery_id, work)


async def _settle(
    app: web.Application, viewer: Viewer, surgery_id: str, series_id: str, wanted: Date | None, why: str | None
) -> None:
    """Move one date to where its series has it now, or call it off where it has it no more."""
    if wanted is None:
        words = why or _("The dates of this series have changed.")
        return await call_off(app, viewer, surgery_id, series_id, words)
    told = frozenset(await followers_of(series_id))

    async def work() -> Change[None]:
        if not await store.hold_waiting(surgery_id):
            return Change(None)
        row = await access_row(surgery_id)
        plan = replace(plan_of(row), starts_at=wanted.starts_at, ends_at=wanted.ends_at)
        if plan == plan_of(row):
            return Change(None)
        return await changed(viewer, row, plan, why, alone=False, told=told)

    row = await access_row(surgery_id)
    if (row["starts_at"], row["ends_at"]) != (wanted.starts_at, wanted.ends_at):
        await write(app, surgery_id, work)


async def _make(series_id: str, until: date) -> None:
    """Insert the dates that lack; inside a transaction, by whichever process claims them first."""
    if not await store.claim(series_id, until):
        return
    series = await store.find_series(series_id)
    if series is None or series["ended_at"]:
        return
    made, hosts = await store.occurrences_made(series_id), await store.hosts_of(series_id)
    for date_ in coming_dates(repetition_of(series), until):
        if store.occurrence_of(series_id, date_.day) not in made:
            await _add(series, date_, hosts)


async def _add(series: JSON, date_: Date, hosts: Sequence[str]) -> None:
    """Insert a date with what all of its series have in common."""
    common = {name: series[name] for name in ("mode", *DESCRIBING)}
    await add_surgery(
        Plan(starts_at=date_.starts_at, ends_at=date_.ends_at, **common),
        {"id": series["neighbourhood_id"], "force_id": series["force_id"]},
        ZoneInfo(series["time_zone"]),
        hosts,
        by=series["created_by"],
        series=series["id"],
        occurrence=store.occurrence_of(series["id"], date_.day),
    )
