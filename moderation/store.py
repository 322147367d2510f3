"""Every query and insert of moderation."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.models import Decision, Flag


async def set_flag(*, target_type: str, target_id: str, person_id: str, **values: Any) -> Flag:
    """Add a person's flag, or put these values in the place of those of their first. Inside a transaction."""
    target: dict[str, Any] = {"target_type": target_type, "target_id": target_id, "person_id": person_id}
    flag = await Flag.get_or_none(**target)
    if flag is None:
        return await Flag.create(id=new_id(), at=clock.now(), **target, **values)
    await flag.update_from_dict(values).save(update_fields=list(values))
    return flag


async def add_decision(**values: Any) -> Decision:
    """Add a decision. Inside a transaction."""
    return await Decision.create(id=new_id(), at=clock.now(), **values)


async def list_flags(target_type: str, target_id: str) -> list[dict[str, Any]]:
    """The flags on one thing, oldest first."""
    return await Flag.filter(target_type=target_type, target_id=target_id).order_by("at", "id").values()


async def list_decisions(target_type: str, target_id: str) -> list[dict[str, Any]]:
    """The decisions on one thing, oldest first: the last one holds."""
    return await Decision.filter(target_type=target_type, target_id=target_id).order_by("at", "id").values()
