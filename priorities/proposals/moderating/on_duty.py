"""Who is called where somebody may be in danger in a round."""

from accounts.duty import of_place
from priorities.round_rows import find_round


async def officers_on_duty(round_id: str) -> list[str]:
    """The ids of those for a round's neighbourhood."""
    row = await find_round(round_id)
    return await of_place.officers_on_duty(row["force_id"], row["neighbourhood_id"]) if row else []
