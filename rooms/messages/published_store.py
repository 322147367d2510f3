"""The query for what is published in a force's rooms, a batch at a time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rooms.models import Message, MessageState, RoomKind

JSON = dict[str, Any]


async def published_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """`id` and `body` of messages since a moment with an id after `after`, the oldest first; none of a booth."""
    found = Message.filter(state=MessageState.PUBLISHED, room__force_id=force, id__gt=after, created_at__gte=since)
    rows = found.exclude(room__kind=RoomKind.BOOTH).order_by("id").limit(most)
    return await rows.values("id", "body")
