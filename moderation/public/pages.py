"""The public log as a page."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from aiohttp import web

from foundation.errors import Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.community_rules import CLAUSES
from moderation.names import DONE, REVERSALS, ROLES, TARGETS, worded
from moderation.public.acts import Act, FindActs
from moderation.public.kinds import PUBLIC_KINDS
from moderation.public.log_service import forces_here, list_acts, neighbourhoods_of
from moderation.public.wording import clause_name, kind_name

pages = Routes()
JSON = dict[str, Any]
_FILTERS = ("force", "neighbourhood", "month", "kind", "clause")
_LONGEST = 64


@pages.get("/moderation/log", permission=Permission.MODERATION_READ)
async def show_log(request: web.Request) -> web.StreamResponse:
    """What was decided, the newest first; what can't be asked for is said, and not asked for."""
    asked = {name: request.query.get(name, "")[:_LONGEST] for name in _FILTERS}
    try:
        acts, following, problem = *await _acts(request, asked, request.query.get("cursor")), None
    except Invalid as refusal:
        acts, following, problem = [], None, refusal.message
    return render(
        request,
        "moderation/log.html",
        200 if problem is None else 422,
        acts=[_drawn(act) for act in acts],
        older=str(request.rel_url.update_query(cursor=following)) if following else None,
        asked=asked,
        is_filtered=any(asked.values()),
        problem=problem,
        forces=await forces_here(),
        neighbourhoods=await neighbourhoods_of(asked["force"] or None),
        kinds={kind: kind_name(kind) for kind in PUBLIC_KINDS},
        clauses={clause.id: str(clause.title) for clause in CLAUSES},
    )


async def _acts(request: web.Request, asked: Mapping[str, str], cursor: str | None) -> tuple[list[Act], str | None]:
    given = {name: value for name, value in {**asked, "cursor": cursor}.items() if value}
    try:
        find = msgspec.convert(given, FindActs)
    except msgspec.ValidationError:
        raise Invalid(_("This can’t be asked for. Choose from the lists.")) from None
    return await list_acts(find, request.app[SETTINGS].time_zone)


def _drawn(act: Act) -> JSON:
    """An act in words, with its times as moments."""
    return {
        **msgspec.to_builtins(act),
        "when": datetime.fromisoformat(act.at),
        "by": worded(ROLES, act.role),
        "did": worded(DONE, act.action),
        "about": worded(TARGETS, act.target),
        "kind_name": kind_name(act.kind),
        "clause_name": clause_name(act.clause) if act.clause else "",
        "reversal": worded(REVERSALS, act.reversed.by) if act.reversed else "",
        "reversed_when": datetime.fromisoformat(act.reversed.at) if act.reversed else None,
    }
