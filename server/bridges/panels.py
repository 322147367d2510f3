"""The bridge between panels and surgeries: at which one a panel agrees, and what the page of its room says of that."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from foundation.errors import NotFound
from priorities.agreeing.ports import FIND_SURGERY, NEXT_SURGERIES, SurgeryShown
from priorities.agreeing.surgery_service import panels_at
from rooms.surgeries.ports import PANELS_AT
from rooms.surgeries.repeats import LOOKED_AT, without_repeats
from rooms.surgeries.service import access_surgery, next_surgeries


def fill(app: web.Application) -> None:
    """Fill the ports of both."""
    app[FIND_SURGERY] = _find
    app[NEXT_SURGERIES] = _next
    app[PANELS_AT] = panels_at


async def _find(surgery: str) -> SurgeryShown | None:
    try:
        return _shown(await access_surgery(surgery))
    except NotFound:
        return None


async def _next(neighbourhood: str) -> Sequence[SurgeryShown]:
    return [_shown(each) for each in without_repeats(await next_surgeries(neighbourhood, LOOKED_AT))]


def _shown(surgery: dict[str, Any]) -> SurgeryShown:
    starts = datetime.fromisoformat(surgery["starts_at"])
    return SurgeryShown(surgery["id"], surgery["title"], f"/surgeries/{surgery['id']}", starts)
