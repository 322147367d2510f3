"""What priorities bring into the application."""

import priorities.proposals.evidence.api
import priorities.proposals.evidence.pages
import priorities.results.api
import priorities.results.pages
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
        priorities.results.pages.pages,
        priorities.proposals.evidence.pages.pages,
    ),
    apis=(priorities.results.api.api, priorities.proposals.evidence.api.api,),
    events=events,
    sockets=(),
    jobs=(*priorities.rounds.jobs.JOBS,),
)
