"""What the database keeps of a floor: only which one a surgery has."""

from rooms.models import Surgery


async def set_floor(surgery_id: str, plan: str) -> None:
    """Inside a transaction."""
    await Surgery.filter(id=surgery_id).update(floor=plan)
