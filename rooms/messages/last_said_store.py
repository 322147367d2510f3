"""The query for what people said last."""

from typing import Any

from rooms.models import Message, MessageState, RoomKind

JSON = dict[str, Any]


async def last_published(force: str, most: int) -> list[JSON]:
    """Published messages of a force's surgeries, the newest first; what was said alone in a booth is in none."""
    found = Message.filter(state=MessageState.PUBLISHED, room__force_id=force, room__kind=RoomKind.SURGERY)
    return await found.order_by("-id").limit(most).values("id", "room_id", "body", "created_at")
