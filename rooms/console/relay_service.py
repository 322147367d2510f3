"""Words that were said at the front desk, by phone or on paper: entered by the room's staff, and shown as that."""

from dataclasses import replace

from aiohttp import web

from foundation.permissions import Viewer
from rooms.messages.drafts import Draft
from rooms.messages.outcomes import Outcome
from rooms.messages.service import post_message
from rooms.models import RelayedFrom
from rooms.policy import access_room_to_moderate


async def relay(app: web.Application, viewer: Viewer, room_id: str, draft: Draft, source: RelayedFrom) -> Outcome:
    """Say or ask something for somebody who is not in the room; the outcome is as of `post_message`.

    Its author stays who entered it. Raises NotAllowed for all but the room's staff, else what `post_message` does.
    """
    await access_room_to_moderate(viewer, room_id)
    return await post_message(app, viewer, room_id, replace(draft, relayed=source))
