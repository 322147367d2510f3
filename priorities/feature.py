"""What priorities bring into the application."""

import priorities.rounds.jobs
from foundation.feature import Feature
from priorities.live_events import events

FEATURE = Feature(
    pages=(),
    apis=(),
    events=events,
    sockets=(),
    jobs=(*priorities.rounds.jobs.JOBS,),
)
