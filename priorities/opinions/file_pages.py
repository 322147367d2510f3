"""What one can take away of what people think: the groups as a picture, and tables for spreadsheets."""

from functools import partial

from aiohttp import web

from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.downloads import Picture, Table, offer_picture, offer_table
from priorities.opinions.picture import picture_of_groups
from priorities.opinions.results_service import Groups, access_groups, access_results, caption_of
from priorities.opinions.table import table_of_groups, table_of_statements

pages = Routes()
_READ = Permission.PRIORITY_READ


@offer_table(pages, "/rounds/{id}/opinions", permission=_READ)
async def statements(request: web.Request) -> Table:
    """What people think of each statement, in all and by group."""
    return table_of_statements(await access_results(viewer_of(request), request.match_info["id"]))


@offer_table(pages, "/rounds/{id}/opinions/groups", permission=_READ)
async def groups(request: web.Request) -> Table:
    """Who thinks alike, and what marks them."""
    return table_of_groups((await _groups(request)).groups)


@offer_picture(pages, "/rounds/{id}/opinions/groups", permission=_READ)
async def groups_drawn(request: web.Request) -> Picture:
    """The groups as circles."""
    found = await _groups(request)
    title, caption = found.row["title"], await caption_of(found)
    shown = [(group["name"], group["size"], *group["place"]) for group in found.groups]
    return Picture(partial(picture_of_groups, title, caption, found.groups), (title, caption, *shown))


async def _groups(request: web.Request) -> Groups:
    return await access_groups(viewer_of(request), request.match_info["id"])
