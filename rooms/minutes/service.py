"""The life of minutes: drafted, brought up to date, approved, published, read."""

from typing import Any

from tortoise.exceptions import IntegrityError

from foundation.clock import rfc3339
from foundation.database import atomic
from foundation.errors import Conflict, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.service import access_neighbourhood
from rooms.minutes import store
from rooms.minutes.changing import change, note
from rooms.minutes.drafting import draft_of, merged
from rooms.minutes.models import MinutesState
from rooms.minutes.policy import access_to_read, access_to_write
from rooms.minutes.view import shown
from rooms.models import Status
from rooms.standing import Standing
from rooms.surgeries.service import access_surgery

JSON = dict[str, Any]


async def draft_minutes(viewer: Viewer, surgery_id: str) -> None:
    """Make a draft of what was marked, asked, answered, promised and polled. Raises Conflict where there is one."""
    await access_to_write(viewer, surgery_id)

    async def work() -> None:
        await store.add_minutes(surgery_id, str(viewer.id))
        added = await _add_what_is_new(surgery_id, [])
        await note(viewer, surgery_id, "minutes.draft", {"version": 1, "added": added})

    try:
        await atomic(work)
    except IntegrityError:
        raise Conflict(_("Somebody else has just made the draft.")) from None


async def refresh_minutes(viewer: Viewer, surgery_id: str, version: int) -> None:
    """Add what was answered or promised since the draft was made; what stands there stays as it is."""

    async def work(items: list[JSON]) -> JSON:
        return {"added": await _add_what_is_new(surgery_id, items)}

    await change(viewer, surgery_id, version, "minutes.refresh", work)


async def approve_minutes(viewer: Viewer, surgery_id: str, version: int) -> None:
    """Say that they are right. Whoever changes them afterwards has them approved again."""
    standing = await access_to_write(viewer, surgery_id)

    async def work(items: list[JSON]) -> JSON:
        if not items:
            raise Conflict(_("There is nothing in these minutes yet. Add a paragraph first."))
        await store.set_approved(surgery_id, str(standing.viewer.id))
        return {}

    await change(viewer, surgery_id, version, "minutes.approve", work, state=MinutesState.APPROVED)


async def publish_minutes(viewer: Viewer, surgery_id: str, version: int) -> int:
    """Let everybody read the approved minutes; gives the edition's number. Raises Conflict before they are approved."""
    numbers: list[int] = []

    async def work(items: list[JSON]) -> JSON:
        await store.set_published(surgery_id)
        numbers.append(await store.add_edition(surgery_id, items, str(viewer.id)))
        return {"edition": numbers[-1]}

    approved, published = MinutesState.APPROVED, MinutesState.PUBLISHED
    await change(viewer, surgery_id, version, "minutes.publish", work, state=published, only=approved)
    return numbers[-1]


async def minutes_to_write(viewer: Viewer, surgery_id: str) -> JSON:
    """For the room's staff: `minutes` (their row, or None), `items` as shown, and `published`, whether any edition is.

    Each item has `own` (the host's wording, or None) and `source` (whether it has one) beside what readers get.
    """
    await access_to_write(viewer, surgery_id)
    rows = await store.items_of(surgery_id)
    items = await shown(surgery_id, rows)
    return {
        "minutes": await store.find_minutes(surgery_id),
        "items": [
            item | {"own": row["text"], "source": row["source_id"] is not None}
            for row, item in zip(rows, items, strict=True)
        ],
        "published": bool(await store.published_among([surgery_id])),
    }


async def published_minutes(surgery_id: str) -> JSON:
    """`{surgery, neighbourhood_name, edition, published_at, revised_at, items}`; raises NotFound before there is one.

    `revised_at` is null in the first edition.
    """
    await access_to_read(surgery_id)
    edition = await store.last_edition(surgery_id)
    if edition is None:
        raise NotFound(_("The minutes of this meeting have not been published."))
    surgery = await access_surgery(surgery_id)
    first = await store.first_published_at(surgery_id)
    return {
        "surgery": surgery,
        "neighbourhood_name": (await access_neighbourhood(surgery["neighbourhood"])).shown_name,
        "edition": edition["number"],
        "published_at": rfc3339(first),
        "revised_at": rfc3339(edition["published_at"]) if edition["number"] > 1 else None,
        "items": await shown(surgery_id, edition["items"]),
    }


async def minutes_part(_app: Any, standing: Standing) -> JSON:
    """For the room's page: `minutes` {published, may_write}."""
    if standing.room["status"] != Status.CLOSED or standing.is_booth:
        return {"minutes": {"published": False, "may_write": False}}
    published = bool(await store.published_among([standing.room_id]))
    return {"minutes": {"published": published, "may_write": standing.is_staff}}


async def with_minutes(surgeries: list[JSON]) -> list[JSON]:
    """Surgeries, each with `minutes`: whether there are some to read."""
    published = await store.published_among([surgery["id"] for surgery in surgeries])
    return [surgery | {"minutes": surgery["id"] in published} for surgery in surgeries]


async def _add_what_is_new(surgery_id: str, items: list[JSON]) -> int:
    order = merged([(item["id"], item["source_id"]) for item in items], await draft_of(surgery_id))
    ids = [
        part if isinstance(part, str) else await store.add_item(surgery_id, part[0], part[1], place)
        for place, part in enumerate(order, start=1)
    ]
    await store.set_order(ids)
    return len(order) - len(items)
