"""Every query and insert of legal holds."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.models import LegalHold

JSON = dict[str, Any]
LISTED = 100
_SHOWN = ("id", "subject_type", "subject_id", "reason", "placed_by_id", "placed_at", "ended_by_id", "ended_at")


async def add_hold(force: str, subject_type: str, subject_id: str, reason: str, by: str) -> str:
    """Add a hold and give its id; inside a transaction."""
    hold = await LegalHold.create(
        id=new_id(),
        force_id=force,
        subject_type=subject_type,
        subject_id=subject_id,
        reason=reason,
        placed_by_id=by,
        placed_at=clock.now(),
    )
    return hold.id


async def holds_of(force: str) -> list[JSON]:
    """The holds of a force: those that stand first, then the newest."""
    placed = LegalHold.filter(force_id=force)
    standing = await placed.filter(ended_at=None).order_by("-id").limit(LISTED).values(*_SHOWN)
    ended = await placed.filter(ended_at__not_isnull=True).order_by("-ended_at").limit(LISTED).values(*_SHOWN)
    return [*standing, *ended]


async def hold_of(force: str, hold: str) -> JSON | None:
    """One of them."""
    return await LegalHold.filter(id=hold, force_id=force).first().values(*_SHOWN)


async def set_ended(hold: str, by: str) -> bool:
    """End a hold; False where somebody else was first."""
    standing = LegalHold.filter(id=hold, ended_at=None)
    return bool(await standing.update(ended_at=clock.now(), ended_by_id=by))
