"""What one can take away of a result: tables for spreadsheets."""

from aiohttp import web

from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.downloads import Table, offer_table
from priorities.results.service import asked_result, turnout_of
from priorities.results.table import table_of, table_of_days, table_of_silent, table_of_trend

pages = Routes()
_READ = Permission.PRIORITY_READ


@offer_table(pages, "/rounds/{id}/results", permission=_READ)
async def votes(request: web.Request) -> Table:
    """The votes of each option, in all and by tier."""
    result = await asked_result(request)
    return table_of(result.rows(), result.tiers())


@offer_table(pages, "/rounds/{id}/results/days", permission=_READ)
async def days(request: web.Request) -> Table:
    """When people voted."""
    return table_of_days((await asked_result(request)).days())


@offer_table(pages, "/rounds/{id}/results/silent", permission=_READ)
async def silent(request: web.Request) -> Table:
    """Of which age how many voted."""
    return table_of_silent((await turnout_of(await asked_result(request)))["silent"])


@offer_table(pages, "/rounds/{id}/results/trend", permission=_READ)
async def trend(request: web.Request) -> Table:
    """How many voted in this round and in those before it."""
    return table_of_trend((await turnout_of(await asked_result(request)))["trend"])
