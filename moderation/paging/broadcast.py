"""What the room's staff and the moderators hear of a call. Channels: `staff:ROOM`, `moderators:FORCE[:PLACE]`."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.clock import now, rfc3339
from foundation.fanout import broadcast
from moderation.items.channels import channels_of
from moderation.paging.shown import shown

JSON = dict[str, Any]


async def paged(app: web.Application, *, page: JSON, item: JSON, place: str) -> None:
    """Somebody is to look at once: the call, as `shown` has it."""
    await broadcast(app, "paged", shown(page, place), to=channels_of_page(page, item))


async def page_seen(app: web.Application, *, page: JSON, item: JSON, by: str) -> None:
    """Somebody has looked: `{room, id, item, by: person, at}`."""
    payload = seen(page, (await persons({by})).get(by))
    await broadcast(app, "page_seen", payload, to=channels_of_page(page, item))


def seen(page: JSON, by: JSON | None) -> JSON:
    """That somebody has looked, as screens get it."""
    return {"room": page["place_id"], "id": page["id"], "item": page["item_id"], "by": by, "at": rfc3339(now())}


def channels_of_page(page: JSON, item: JSON) -> list[str]:
    """Who hears of a call: the staff of its room, and the moderators of its item."""
    return [*([f"staff:{page['place_id']}"] if page["place_id"] else []), *channels_of(item)]
