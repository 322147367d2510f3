"""Live in: what the room's staff do in their console."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.console import notes_service, pins_service, relay_service
from rooms.console.shapes import MarkMoment, OfMoment, OfPin, PinNotice, RelayMessage, SendNote
from rooms.live_events import in_room
from rooms.messages.drafts import Draft
from rooms.models import MessageKind

JSON = dict[str, Any]


@in_room("send_staff_note", permission=Permission.CONSOLE_USE, body=SendNote)
async def send_staff_note(visit: Visit, said: SendNote) -> JSON:
    return {
        "id": await notes_service.send_note(visit.app, visit.viewer, said.room, str(said.client_id), said.body)
    }  # fmt: skip


@in_room("relay_message", permission=Permission.CONSOLE_USE, body=RelayMessage)
async def relay_message(visit: Visit, said: RelayMessage) -> JSON:
    draft = Draft(str(said.client_id), said.body, MessageKind(said.kind), confirm=said.confirm)
    return (await relay_service.relay(visit.app, visit.viewer, said.room, draft, said.source)).acknowledgement()


@in_room("pin_notice", permission=Permission.CONSOLE_USE, body=PinNotice)
async def pin_notice(visit: Visit, said: PinNotice) -> JSON:
    pin_id, seq = await pins_service.pin_notice(visit.app, visit.viewer, said.room, said.text)
    return {"id": pin_id, "seq": seq}


@in_room("unpin_notice", permission=Permission.CONSOLE_USE, body=OfPin)
async def unpin_notice(visit: Visit, said: OfPin) -> JSON:
    return {"seq": await pins_service.unpin_notice(visit.app, visit.viewer, said.room, said.id)}


@in_room("mark_moment", permission=Permission.CONSOLE_USE, body=MarkMoment)
async def mark_moment(visit: Visit, said: MarkMoment) -> JSON:
    moment_id, seq = await pins_service.mark_moment(visit.app, visit.viewer, said.room, said.label)
    return {"id": moment_id, "seq": seq}


@in_room("withdraw_moment", permission=Permission.CONSOLE_USE, body=OfMoment)
async def withdraw_moment(visit: Visit, said: OfMoment) -> JSON:
    return {"seq": await pins_service.withdraw_moment(visit.app, visit.viewer, said.room, said.id)}
