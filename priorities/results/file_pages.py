"""What one can take away of a result: files for spreadsheets."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.results.file import file_of
from priorities.results.service import Result, access_result, turnout_of
from priorities.results.table import as_csv, days_as_csv, silent_as_csv, trend_as_csv

pages = Routes()
_READ = Permission.PRIORITY_READ


@pages.get("/rounds/{id}/results.csv", permission=_READ)
async def results_csv(request: web.Request) -> web.StreamResponse:
    """The same for a spreadsheet."""
    result = await _result(request)
    return file_of(result, as_csv(result.rows(), result.tiers()).encode(), "csv", "text/csv")


@pages.get("/rounds/{id}/results/days.csv", permission=_READ)
async def days_csv(request: web.Request) -> web.StreamResponse:
    """When people voted, for a spreadsheet."""
    result = await _result(request)
    return file_of(result, days_as_csv(result.days()).encode(), "csv", "text/csv", "days")


@pages.get("/rounds/{id}/results/silent.csv", permission=_READ)
async def silent_csv(request: web.Request) -> web.StreamResponse:
    """Of which age how many voted, for a spreadsheet."""
    result = await _result(request)
    silent = (await turnout_of(result))["silent"]
    return file_of(result, silent_as_csv(silent).encode(), "csv", "text/csv", "silent")


@pages.get("/rounds/{id}/results/trend.csv", permission=_READ)
async def trend_csv(request: web.Request) -> web.StreamResponse:
    """How many voted in this round and in those before it, for a spreadsheet."""
    result = await _result(request)
    trend = (await turnout_of(result))["trend"]
    return file_of(result, trend_as_csv(trend).encode(), "csv", "text/csv", "trend")


async def _result(request: web.Request) -> Result:
    return await access_result(request.app, viewer_of(request), request.match_info["id"])
