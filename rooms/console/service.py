"""What the console shows of a room, for its staff; and what is pinned, for everybody."""

from typing import Any

from aiohttp import web

from foundation.client_ids import new_client_id
from moderation.paging.calls_service import calls_in
from rooms.console import flagged, store
from rooms.console.notes_service import notes_for
from rooms.console.telling import pin_shown
from rooms.standing import Standing

JSON = dict[str, Any]


async def pin_of(room_id: str) -> JSON | None:
    """What is pinned in a room now, `{id, text, html}`."""
    pin = await store.pin_of(room_id)
    return pin_shown(pin) if pin else None


async def moments_of(room_id: str) -> list[JSON]:
    """The marks that stand in a room, in their order: `{id, label, at}`."""
    return [{name: row[name] for name in ("id", "label", "at")} for row in await store.moments_in(room_id)]


async def console_part(_app: web.Application, standing: Standing) -> JSON:
    """For the room’s page: `pin`; for its staff `notes`, `moments`, `flagged`, `paged` and `new_client_id`."""
    if not standing.is_staff:
        return {"pin": await pin_of(standing.room_id)}
    return {
        "pin": await pin_of(standing.room_id),
        "notes": await notes_for(standing),
        "moments": await moments_of(standing.room_id),
        "flagged": await flagged.flagged_in(standing.room_id),
        "paged": await calls_in(standing.room_id),
        "new_client_id": new_client_id(),
    }


async def console_at_entry(_app: web.Application, standing: Standing) -> JSON:
    """For who enters live: `pin`, and for its staff the last of their own talk and the calls that nobody answered."""
    pin = {"pin": await pin_of(standing.room_id)}
    if not standing.is_staff:
        return pin
    return pin | {"staff_notes": await notes_for(standing), "paged": await calls_in(standing.room_id)}
