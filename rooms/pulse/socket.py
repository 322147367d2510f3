"""Live in: an answer to the pulse."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.live_events import in_room
from rooms.pulse import service
from rooms.pulse.shapes import AnswerPulse


@in_room("answer_pulse", permission=Permission.PULSE_ANSWER, body=AnswerPulse)
async def answer_pulse(visit: Visit, said: AnswerPulse) -> dict[str, Any]:
    await service.answer_pulse(visit.app, visit.viewer, said.room, said.moment, said.listened, said.trust)
    return {}
