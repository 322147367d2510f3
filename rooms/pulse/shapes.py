"""What a client sends to answer the pulse."""

from typing import Annotated

import msgspec

from rooms.event_shapes import InRoom
from rooms.pulse.moments import Moment

Step = Annotated[int, msgspec.Meta(ge=1, le=5)]


class AnswerPulse(InRoom):
    """Both left out: one would rather not be asked."""

    moment: Moment
    listened: Step | None = None
    trust: Step | None = None
