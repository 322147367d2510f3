"""Which messages of a room somebody has flagged, and nobody has decided about since."""

from typing import Any

from moderation.flagged import undecided
from rooms.models import Message, MessageState

JSON = dict[str, Any]


async def flagged_in(room_id: str) -> dict[str, list[str]]:
    """The reasons for which each was flagged, by the message's id; only those that are still shown."""
    reasons = await undecided("message")
    shown = Message.filter(room_id=room_id, state=MessageState.PUBLISHED, id__in=list(reasons))
    return {str(id_): reasons[str(id_)] for id_ in await shown.values_list("id", flat=True)} if reasons else {}
