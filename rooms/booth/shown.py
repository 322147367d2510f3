"""A booth as its page shows it."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.client_ids import new_client_id
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from rooms.booth import officers_service, service, store
from rooms.booth.models import BoothKind
from rooms.booth.reading_service import readings_shown
from rooms.booth.witness_service import officer_came
from rooms.duty.service import come_on_duty, on_duty_in
from rooms.presence import PRESENCE
from rooms.queue.store import about_of
from rooms.standing import Standing
from rooms.views import room_view

JSON = dict[str, Any]


async def booth_context(app: web.Application, viewer: Viewer, booth_id: str, *, before: int | None) -> JSON:
    """Everything that the templates of a booth draw; raises NotFound for all but its parties."""
    standing, booth = await service.access_shown(viewer, booth_id)
    if standing.is_host:
        await come_on_duty(app, standing)
        await officer_came(app, standing)
    view = await room_view(standing, before)
    return {
        "booth": await service.booth_room(standing) | {"whisper": booth["kind"] == BoothKind.WHISPER},
        "surgery_id": booth["surgery_id"],
        "messages": view.entries,
        "earlier": f"/booths/{booth_id}?before={view.entries[0]['seq']}" if view.more else None,
        "held": [],
        "draft": {"client_id": new_client_id()},
        "is_officer": standing.is_host,
        "young": booth["young"],
        "readings": await readings_shown(booth_id),
        "on_duty": await on_duty_in(app, booth_id),
        "officers_here": await app[PRESENCE].officers(booth_id),
        "time_zone": app[SETTINGS].time_zone.key,
        "neutral": app[SETTINGS].quick_exit_url,
        "days": app[SETTINGS].booth_days,
        **(await _for_officers(app, standing, booth) if standing.is_host else {}),
    }


async def _for_officers(app: web.Application, standing: Standing, booth: JSON) -> JSON:
    """Who it is, what they said it is about, whether they are there, and whom one could ask in."""
    resident = booth["resident_id"]
    here = resident in app[PRESENCE].people(standing.room_id)
    return {
        "resident": (await persons({resident})).get(resident),
        "resident_here": here,
        "resident_left": booth["left_at"] is not None and booth["closed_at"] is None,
        "about": await about_of(standing.room_id),
        "colleagues": await officers_service.colleagues_for(standing) if standing.is_open else [],
        "officers": await store.officers_of(standing.room_id),
    }
