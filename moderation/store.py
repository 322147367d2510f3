"""What several parts of moderation read of decisions."""

from typing import Any

from moderation.models import Decision


async def list_decisions(target_type: str, target_id: str) -> list[dict[str, Any]]:
    """The decisions on one thing, oldest first: the last one holds."""
    return await Decision.filter(target_type=target_type, target_id=target_id).order_by("at", "id").values()
