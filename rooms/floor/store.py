"""What the database keeps of a floor: only which one a surgery has."""

from datetime import datetime

from rooms.models import Surgery


async def set_floor(surgery_id: str, plan: str) -> None:
    """Inside a transaction."""
    await Surgery.filter(id=surgery_id).update(floor=plan)


async def starts_at(surgery_id: str) -> datetime:
    row = await Surgery.get(id=surgery_id).values("starts_at")
    moment: datetime = row["starts_at"]
    return moment
