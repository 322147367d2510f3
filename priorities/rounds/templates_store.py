"""Queries of what rounds are begun from, and what begins by itself."""

from datetime import date
from typing import Any

from foundation import clock
from foundation.ids import new_id
from neighbourhoods.places import Place
from priorities.rounds.models import RoundTemplate

JSON = dict[str, Any]
_COLUMNS = (
    "id", "force_id", "neighbourhood_id", "name", "days", "hours", "months", "first_on", "next_on", "settings",
    "created_by_id", "created_at", "ended_at",
)  # fmt: skip


async def templates_of(place: Place) -> list[JSON]:
    """Those of a neighbourhood and of its force that are not ended, by name."""
    live = RoundTemplate.filter(force_id=place.force_id, ended_at=None)
    rows = await live.order_by("name", "id").values(*_COLUMNS)
    return [row for row in rows if row["neighbourhood_id"] in (None, place.id)]


async def find_template(template_id: str) -> JSON | None:
    """One that is not ended."""
    rows = await RoundTemplate.filter(id=template_id, ended_at=None).values(*_COLUMNS)
    return rows[0] if rows else None


async def due_templates(until: date, most: int) -> list[JSON]:
    """Those whose next round begins up to a day."""
    due = RoundTemplate.filter(ended_at=None, months__not_isnull=True, next_on__lte=until)
    return await due.order_by("next_on", "id").limit(most).values(*_COLUMNS)


async def add_template(columns: JSON) -> str:
    """Inside a transaction: its id."""
    return str((await RoundTemplate.create(id=new_id(), created_at=clock.now(), **columns)).id)


async def claim(template: JSON, following: date) -> bool:
    """Have its next round be the one after; False where another process has. Inside the transaction that makes it."""
    same = RoundTemplate.filter(id=template["id"], next_on=template["next_on"], ended_at=None)
    return bool(await same.update(next_on=following))


async def set_ended(template_id: str) -> bool:
    """False where it is ended already. Inside a transaction."""
    return bool(await RoundTemplate.filter(id=template_id, ended_at=None).update(ended_at=clock.now()))
