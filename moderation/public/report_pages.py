"""The transparency report as a page, and as files."""

from datetime import date
from typing import Any

from aiohttp import web

from foundation.charts import Chart, chart_of
from foundation.errors import Invalid
from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.names import DONE, FLAG_REASONS, ROLES, worded
from moderation.public.log_service import forces_here
from moderation.public.months import Month
from moderation.public.report import Report
from moderation.public.report_csv import as_csv
from moderation.public.report_service import report_of
from moderation.public.wording import clause_name, kind_name, span

pages = Routes()
JSON = dict[str, Any]
_LONGEST = 64
_WORDS = {"by_action": DONE, "by_role": ROLES, "flags_by_reason": FLAG_REASONS}


@pages.get("/moderation/report", permission=Permission.MODERATION_READ)
async def show_report(request: web.Request) -> web.StreamResponse:
    """A month in figures, with charts; each has its table beside it."""
    zone = request.app[SETTINGS].time_zone
    try:
        month, problem = _month(request), None
    except Invalid as refusal:
        month, problem = Month.present(zone), refusal.message
    report = await report_of(request.app, month, _force(request))
    kinds = [_of_kind(figures) for figures in (*report.by_kind, report.every_kind)]
    return render(
        request,
        "moderation/report.html",
        200 if problem is None else 422,
        report=report,
        begins=month.begins(zone),
        before=str(month.moved(-1)),
        after=None if month >= Month.present(zone) else str(month.moved(1)),
        problem=problem,
        forces=await forces_here(),
        kinds=kinds,
        tables={name: _named(report, name) for name in ("by_action", "by_clause", "by_role", "flags_by_reason")},
        over_months=_over_months(report),
        to_decide=[row for row in kinds[:-1] if row["figures"].median_seconds is not None],
        longest=max((figures.median_seconds or 0 for figures in report.by_kind), default=0),
        drills=[
            {"drill": drill, "after": span(drill.seconds), "begins": _monday(drill.week)} for drill in report.drills
        ],
    )


@pages.get("/moderation/report.csv", permission=Permission.MODERATION_READ)
async def report_csv(request: web.Request) -> web.StreamResponse:
    """The same for a spreadsheet."""
    report = await report_of(request.app, _month(request), _force(request))
    return web.Response(
        text=as_csv(report), content_type="text/csv", charset="utf-8", headers=_attachment(report, "csv")
    )


@pages.get("/moderation/report.json", permission=Permission.MODERATION_READ)
async def report_json(request: web.Request) -> web.StreamResponse:
    """The same as data: what the API answers, to be kept."""
    report = await report_of(request.app, _month(request), _force(request))
    answer = json_response(report)
    answer.headers.update(_attachment(report, "json"))
    return answer


def _month(request: web.Request) -> Month:
    asked = request.query.get("month", "")
    return Month.parse(asked) if asked else Month.present(request.app[SETTINGS].time_zone)


def _force(request: web.Request) -> str | None:
    return request.query.get("force", "")[:_LONGEST] or None


def _attachment(report: Report, ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="moderation-{report.month}.{ending}"'}


def _of_kind(figures: Any) -> JSON:
    return {
        "figures": figures,
        "name": "" if figures.kind == "every" else kind_name(figures.kind),
        "median": span(figures.median_seconds),
        "p90": span(figures.p90_seconds),
        "in_time": None if figures.in_time is None else round(figures.in_time * 100),
    }


def _named(report: Report, group: str) -> list[JSON]:
    words = _WORDS.get(group)
    return [
        {"name": worded(words, each.name) if words else clause_name(each.name), "count": each.count, "id": each.name}
        for each in getattr(report, group)
    ]


def _over_months(report: Report) -> Chart:
    """Since the first month that has any: bars of nothing push the others off a phone’s screen."""
    since = next((place for place, month in enumerate(report.months) if month.decisions), 0)
    return chart_of([(month.month, month.decisions) for month in report.months[since:]])


def _monday(week: str) -> str:
    """The day on which an ISO week (`2026-W47`) begins."""
    return date.fromisoformat(f"{week}-1").isoformat()
