"""What priorities bring into the application."""

import priorities.rounds.beginning_pages
import priorities.rounds.jobs
import priorities.rounds.pages
from foundation.feature import Feature
from priorities.live_events import events

FEATURE = Feature(
    pages=(
        # Before a round’s page: `/rounds/new` is none.
        priorities.rounds.beginning_pages.pages,
        priorities.rounds.pages.pages,
    ),
    apis=(),
    events=events,
    sockets=(),
    jobs=(*priorities.rounds.jobs.JOBS,),
)
