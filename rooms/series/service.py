"""The life of a series: scheduled with its dates, changed, ended."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from neighbourhoods.service import access_neighbourhood
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all
from rooms.series import sentences, store
from rooms.series.dates import Repetition
from rooms.series.making import coming_dates, is_moved, made_until
from rooms.series.making_service import follow, make_dates
from rooms.series.policy import access_series_to_keep
from rooms.series.rules import parse_rule
from rooms.surgeries.attendants_store import followers_of
from rooms.surgeries.colleagues import check_hosts
from rooms.surgeries.plans import Plan, check_plan
from rooms.surgeries.reasons import check_reason
from rooms.surgeries.sealed_words import check_plan_unsealed
from rooms.surgeries.service import check_serves

__all__ = ["access_series_to_keep", "change_series", "end_series", "make_dates", "schedule_series"]

JSON = dict[str, Any]


async def schedule_series(
    app: web.Application, viewer: Viewer, neighbourhood_id: str, plan: Plan, rule: str, hosts: Sequence[str] = ()
) -> str:
    """Put what repeats in the calendar, with its first dates; `plan` is of the first. Gives the series' id.

    Raises NotAllowed, NotFound, Invalid (also for a rule that has no date).
    """
    neighbourhood = await access_neighbourhood(neighbourhood_id)
    check_serves(viewer, neighbourhood)
    plan = check_plan(plan)
    await check_plan_unsealed(app, neighbourhood.force_id, plan)
    repetition = check_repetition(app, plan, rule)
    holders = await check_hosts(viewer, neighbourhood, hosts)
    place = {"id": neighbourhood.id, "force_id": neighbourhood.force_id}

    async def work() -> str:
        id_ = await store.add_series(plan, repetition, place, holders, str(viewer.id))
        await _audit(viewer, id_, "series.schedule")
        return id_

    series_id = await atomic(work)
    await follow(app, viewer, series_id)
    return series_id


def check_repetition(app: web.Application, plan: Plan, rule: str) -> Repetition:
    """What repeats from a plan of the first date; raises Invalid for a rule without any date in two years."""
    parse_rule(rule)
    repetition = Repetition.of(plan, rule, app[SETTINGS].time_zone)
    if not coming_dates(repetition, made_until()):
        raise Invalid.at("rule", _("This rule has no date within the next two years. Choose another."))
    return repetition


async def change_series(
    app: web.Application, viewer: Viewer, series_id: str, plan: Plan, rule: str, reason: str = ""
) -> None:
    """Change what a series is or when; its dates that wait to open follow, but for those that were moved alone.

    `plan` is of its first date from now on. Raises NotAllowed, NotFound, Conflict (it has ended), Invalid.
    """
    series = await access_series_to_keep(viewer, series_id)
    if series["ended_at"]:
        raise Conflict(_("This series has ended."))
    plan, why = check_plan(plan), check_reason(reason)
    await check_plan_unsealed(app, series["force_id"], plan)
    await check_unsealed(app, series["force_id"], why or "", field="reason")
    repetition = check_repetition(app, plan, rule)
    told = []

    async def work() -> None:
        await store.set_described(series, plan, repetition)
        await _audit(viewer, series_id, "series.change", why)
        if is_moved(series, repetition):
            told.extend(
                await _tell(
                    viewer, series, sentences.series_changed(plan.title), f"changed:{int(clock.now().timestamp())}"
                )
            )

    await atomic(work)
    for tell in told:
        await tell(app)
    await follow(app, viewer, series_id, why)


async def end_series(app: web.Application, viewer: Viewer, series_id: str, reason: str = "") -> None:
    """Let a series have no more dates: those that wait to open are called off, with the reason."""
    series = await access_series_to_keep(viewer, series_id)
    why = check_reason(reason)
    await check_unsealed(app, series["force_id"], why or "", field="reason")
    told = []

    async def work() -> None:
        if not await store.set_ended(series_id, why):
            raise Conflict(_("This series has ended."))
        await _audit(viewer, series_id, "series.end", why)
        told.extend(await _tell(viewer, series, sentences.series_ended(series["title"]), "ended"))

    await atomic(work)
    for tell in told:
        await tell(app)
    await make_dates(app)


async def _tell(viewer: Viewer, series: JSON, sentence: Any, about: str) -> list[Any]:
    """A notice to each who wants to be reminded of every date; inside the act's transaction."""
    path = f"/series/{series['id']}"
    people = await followers_of(series["id"]) - {str(viewer.id)}
    told = await notify_all(people, NoticeKind.DATE_CHANGED, sentence, path, key=f"{about}:{series['id']}")
    return [noticed(person) for person in told]


async def _audit(viewer: Viewer, series_id: str, act: str, why: str | None = None) -> None:
    await add_entry(act=act, actor=viewer, subject_type="series", subject_id=series_id, reason=why or "")
