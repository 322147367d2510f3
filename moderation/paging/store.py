"""Every query and insert about calls for a person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.paging.models import Page

JSON = dict[str, Any]

_ADD = Query(
    """
    INSERT INTO page (id, item_id, force_id, place_id, kind, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (item_id) DO NOTHING
    """
)
_UNSEEN_OF = Query(
    """
    SELECT page.id, page.item_id, page.place_id, page.kind, page.at, page.told_again_at, review_item.neighbourhood_id,
           review_item.author_id, review_item.force_id, review_item.target_type, review_item.target_id
    FROM page JOIN review_item ON review_item.id = page.item_id
    WHERE page.seen_at IS NULL AND page.force_id = ? ORDER BY page.id
    """,
    moments=("at", "told_again_at"),
)


async def add_page(item: str, force: str, place: str | None, kind: str) -> JSON | None:
    """The call about an item; None where somebody was called about it before. Inside a transaction."""
    new = new_id()
    await _ADD.rows(new, item, force, place, kind, clock.now())
    return await Page.filter(id=new).first().values()


async def find_page(id_: str) -> JSON | None:
    return await Page.filter(id=id_).first().values()


async def page_of_item(item: str) -> JSON | None:
    return await Page.filter(item_id=item).first().values()


async def due_again(before: datetime) -> Sequence[JSON]:
    """Calls from before a moment that nobody has answered, and that were made once only."""
    return await Page.filter(seen_at=None, told_again_at=None, at__lte=before).order_by("id").values()


async def changed_since(since: datetime) -> Sequence[JSON]:
    """Calls that were made, made again or answered since a moment."""
    either = Q(at__gte=since) | Q(told_again_at__gte=since) | Q(seen_at__gte=since)
    return await Page.filter(either).order_by("id").values()


async def unseen_in(place: str) -> Sequence[JSON]:
    """Calls about a place that nobody has answered, the oldest first."""
    return await Page.filter(seen_at=None, place_id=place).order_by("id").values()


async def unseen_of(force: str) -> Sequence[JSON]:
    """The same of a whole force, each with what its item is about and whose it is."""
    return await _UNSEEN_OF.rows(force)


async def set_seen(id_: str, person: str) -> bool:
    """False where somebody has seen it before."""
    return bool(await Page.filter(id=id_, seen_at=None).update(seen_by_id=person, seen_at=clock.now()))


async def set_told_again(id_: str, before: datetime) -> bool:
    """Claim the second telling; False where another process has it, or somebody has looked meanwhile."""
    due = Page.filter(id=id_, seen_at=None, told_again_at=None, at__lte=before)
    return bool(await due.update(told_again_at=clock.now()))
