"""Running logs for everybody: the list, the log, its summary, its files and pictures."""

from datetime import datetime
from typing import Any

from aiohttp import web

from foundation.charts import chart_of
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.running_log import service
from rooms.running_log.drafts import read_time
from rooms.running_log.exporting import every_entry, summary
from rooms.running_log.exports import as_csv
from rooms.running_log.shown import drawn
from rooms.running_log.wanted import Wanted

pages = Routes()
JSON = dict[str, Any]
_PAGE = 100


@pages.get("/logs", permission=Permission.LOG_READ)
async def list_logs(request: web.Request) -> web.StreamResponse:
    """What is kept now, and what was."""
    logs = [drawn_log(log) for log in await service.list_logs()]
    return render(
        request,
        "logs/list.html",
        open_logs=[log for log in logs if log["status"] == "open"],
        closed_logs=[log for log in logs if log["status"] != "open"],
        may_begin=viewer_of(request).is_staff and bool(await service.areas_of(viewer_of(request))),
    )


@pages.get("/logs/{id}", permission=Permission.LOG_READ)
async def show_log(request: web.Request) -> web.StreamResponse:
    """The log as it is now, the newest on top; live where scripts run."""
    log = await service.log_shown(request.match_info["id"])
    asked, problem = _asked(request)
    found = await service.entries_of(log["id"], asked)
    shown = [drawn(entry) for entry in found[:_PAGE]]
    zone = request.app[SETTINGS].time_zone
    return render(
        request,
        "logs/log.html",
        log=drawn_log(log),
        entries=shown,
        asked={name: request.query.get(name, "") for name in ("category", "place", "from", "to")},
        filters=asked.filters,
        problem=problem,
        earlier=_earlier(request, shown) if len(found) > _PAGE else None,
        may_keep=await service.may_keep(viewer_of(request), log["id"]),
        time_zone=zone.key,
    )


@pages.get("/logs/{id}/summary", permission=Permission.LOG_READ)
async def show_summary(request: web.Request) -> web.StreamResponse:
    """Counts by hour and by category."""
    log = await service.log_shown(request.match_info["id"])
    counted = await summary(log, request.app[SETTINGS].time_zone)
    return render(
        request,
        "logs/summary.html",
        log=drawn_log(log),
        summary=counted,
        by_hour=chart_of([(hour.label, hour.total) for hour in counted.hours]),
        most=max(counted.by_category, default=0),
    )


@pages.get("/logs/{id}/entries.csv", permission=Permission.LOG_READ)
async def entries_csv(request: web.Request) -> web.StreamResponse:
    """Every entry, for a spreadsheet."""
    log = await service.log_shown(request.match_info["id"])
    text = as_csv(await every_entry(log["id"]), request.app[SETTINGS].time_zone)
    return web.Response(
        text=text,
        content_type="text/csv",
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="log-{log["id"]}.csv"'},
    )


@pages.get("/logs/{id}/entries.json", permission=Permission.LOG_READ)
async def entries_json(request: web.Request) -> web.StreamResponse:
    """Every entry, as data."""
    log = await service.log_shown(request.match_info["id"])
    return json_response({"log": log, "entries": await every_entry(log["id"])})


def drawn_log(log: JSON) -> JSON:
    """A log with `starts` and `ends` as moments."""
    ends = log["ends_at"]
    times = {"starts": datetime.fromisoformat(log["starts_at"]), "ends": datetime.fromisoformat(ends) if ends else None}
    return log | times


def _asked(request: web.Request) -> tuple[Wanted, str | None]:
    """What the address asks for; a time that can't be read is said, and not asked for."""
    query, zone = request.query, request.app[SETTINGS].time_zone
    before = query.get("before", "")
    number = int(before) if before.isascii() and before.isdecimal() and len(before) < 10 else None
    try:
        since = read_time(query["from"], zone) if query.get("from") else None
        until = read_time(query["to"], zone) if query.get("to") else None
    except Invalid as refusal:
        return Wanted(query.get("category", ""), query.get("place", "")[:120], before=number), refusal.message
    return Wanted(query.get("category", ""), query.get("place", "")[:120].strip(), since, until, number), None


def _earlier(request: web.Request, shown: list[JSON]) -> str:
    query = {**request.query, "before": str(shown[-1]["number"])}
    return str(request.rel_url.with_query(query))
