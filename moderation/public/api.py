"""The public log and the report as JSON: for everybody."""

from typing import Annotated

import msgspec

from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from moderation.public.acts import Act, FindActs, Id
from moderation.public.log_service import list_acts
from moderation.public.months import Month
from moderation.public.report import Report
from moderation.public.report_service import report_of

api = Api()


class ActList(msgspec.Struct):
    """Acts, the newest first, and the cursor of the next page or null."""

    items: list[Act]
    next: str | None


class FindReport(msgspec.Struct):
    """Which month (YYYY-MM on the force's clock; the present one), and of which force (all)."""

    month: Annotated[str, msgspec.Meta(pattern="^[0-9]{4}-[0-9]{2}$")] | None = None
    force: Id | None = None


@api.get(
    "/moderation/log",
    permission=Permission.MODERATION_READ,
    query=FindActs,
    answer=ActList,
    summary="What was decided: acts with roles, not names",
)
async def read_log(call: Call[None, FindActs]) -> ActList:
    """The public log."""
    return ActList(*await list_acts(call.query, call.request.app[SETTINGS].time_zone))


@api.get(
    "/moderation/report",
    permission=Permission.MODERATION_READ,
    query=FindReport,
    answer=Report,
    summary="A month of moderation in figures",
)
async def read_report(call: Call[None, FindReport]) -> Report:
    """The transparency report."""
    app = call.request.app
    month = Month.parse(call.query.month) if call.query.month else Month.present(app[SETTINGS].time_zone)
    return await report_of(app, month, call.query.force)
