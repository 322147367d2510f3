"""Every query and insert of moderation."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.models import Decision


async def add_decision(**values: Any) -> Decision:
    """Add a decision. Inside a transaction."""
    return await Decision.create(id=new_id(), at=clock.now(), **values)


async def list_decisions(target_type: str, target_id: str) -> list[dict[str, Any]]:
    """The decisions on one thing, oldest first: the last one holds."""
    return await Decision.filter(target_type=target_type, target_id=target_id).order_by("at", "id").values()
