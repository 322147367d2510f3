"""Answering a call, live."""

from typing import Any

import msgspec

from foundation.live_events import Visit
from foundation.permissions import Permission
from moderation.live_events import events
from moderation.paging.service import mark_seen


class SeePage(msgspec.Struct):
    """Which call."""

    id: str


@events.on("see_page", permission=Permission.PAGE_ANSWER, body=SeePage)
async def see_page(visit: Visit, said: SeePage) -> dict[str, Any]:
    """Say that one has seen it; everybody who was called hears `page_seen`."""
    await mark_seen(visit.app, visit.viewer, said.id)
    return {}
