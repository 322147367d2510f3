"""What priorities bring into the application."""

import priorities.acting.action_pages
import priorities.acting.api
import priorities.acting.jobs
import priorities.acting.pages
import priorities.agreeing.adopting_pages
import priorities.agreeing.api
import priorities.agreeing.pages
import priorities.ballots.api
import priorities.ballots.letters.api
import priorities.ballots.letters.pages
import priorities.ballots.pages
import priorities.ballots.paper.api
import priorities.ballots.paper.issuing_pages
import priorities.ballots.paper.jobs
import priorities.ballots.paper.pages
import priorities.ballots.paper.reading_pages
import priorities.ballots.paper.returning_pages
import priorities.closing.api
import priorities.closing.jobs
import priorities.closing.pages
import priorities.live.socket
import priorities.opinions.api
import priorities.opinions.file_pages
import priorities.opinions.jobs
import priorities.opinions.pages
import priorities.pictures.api
import priorities.pictures.image_pages
import priorities.pictures.jobs
import priorities.proposals.changing.api
import priorities.proposals.changing.pages
import priorities.proposals.changing.revisions_api
import priorities.proposals.changing.revisions_pages
import priorities.proposals.evidence.api
import priorities.proposals.evidence.pages
import priorities.proposals.merging.api
import priorities.proposals.merging.pages
import priorities.proposals.moderating.deciding_api
import priorities.proposals.moderating.deciding_pages
import priorities.proposals.posting.api
import priorities.proposals.posting.pages
import priorities.proposals.reading.api
import priorities.proposals.reading.pages
import priorities.proposals.refusing.api
import priorities.proposals.refusing.pages
import priorities.proposals.similar.api
import priorities.proposals.supporting.api
import priorities.proposals.talking.api
import priorities.proposals.talking.pages
import priorities.results.api
import priorities.results.file_pages
import priorities.results.pages
import priorities.results.picture_pages
import priorities.reviewing.api
import priorities.reviewing.jobs
import priorities.reviewing.pages
import priorities.rounds.api
import priorities.rounds.beginning_pages
import priorities.rounds.everywhere_pages
import priorities.rounds.jobs
import priorities.rounds.keeping_api
import priorities.rounds.keeping_pages
import priorities.rounds.pages
import priorities.rounds.place_pages
import priorities.rounds.template_pages
import priorities.rounds.templates_api
import priorities.said_and_done.api
import priorities.said_and_done.pages
import priorities.taking_out.api
import priorities.taking_out.pages
from foundation.feature import Feature
from priorities.live.heads import LOOKERS
from priorities.live_events import events

FEATURE = Feature(
    pages=(
        # Before a priority’s page: `/priorities/how-it-works` is none.
        priorities.rounds.everywhere_pages.pages,
        priorities.closing.pages.pages,
        priorities.opinions.pages.pages,
        priorities.opinions.file_pages.pages,
        priorities.ballots.pages.pages,
        priorities.ballots.letters.pages.pages,
        priorities.ballots.paper.issuing_pages.pages,
        priorities.ballots.paper.pages.pages,
        priorities.ballots.paper.reading_pages.pages,
        priorities.ballots.paper.returning_pages.pages,
        priorities.pictures.image_pages.pages,
        priorities.proposals.posting.pages.pages,
        priorities.proposals.reading.pages.pages,
        priorities.proposals.changing.pages.pages,
        priorities.proposals.changing.revisions_pages.pages,
        priorities.proposals.moderating.deciding_pages.pages,
        priorities.acting.action_pages.pages,
        priorities.acting.pages.pages,
        priorities.reviewing.pages.pages,
        priorities.said_and_done.pages.pages,
        # Before a round’s page: `/rounds/new` is none.
        priorities.rounds.beginning_pages.pages,
        priorities.rounds.keeping_pages.pages,
        priorities.taking_out.pages.pages,
        priorities.rounds.pages.pages,
        priorities.rounds.place_pages.pages,
        priorities.rounds.template_pages.pages,
        priorities.results.pages.pages,
        priorities.results.file_pages.pages,
        priorities.results.picture_pages.pages,
        priorities.agreeing.pages.pages,
        priorities.agreeing.adopting_pages.pages,
        priorities.proposals.evidence.pages.pages,
        priorities.proposals.merging.pages.pages,
        priorities.proposals.refusing.pages.pages,
        priorities.proposals.talking.pages.pages,
    ),
    apis=(
        priorities.closing.api.api,
        priorities.opinions.api.api,
        priorities.ballots.api.api,
        priorities.ballots.letters.api.api,
        priorities.ballots.paper.api.api,
        priorities.pictures.api.api,
        priorities.proposals.posting.api.api,
        priorities.proposals.reading.api.api,
        priorities.proposals.changing.api.api,
        priorities.proposals.changing.revisions_api.api,
        priorities.proposals.moderating.deciding_api.api,
        priorities.proposals.supporting.api.api,
        priorities.acting.api.api,
        priorities.reviewing.api.api,
        priorities.said_and_done.api.api,
        priorities.rounds.api.api,
        priorities.rounds.keeping_api.api,
        priorities.rounds.templates_api.api,
        priorities.taking_out.api.api,
        priorities.results.api.api,
        priorities.agreeing.api.api,
        priorities.proposals.evidence.api.api,
        priorities.proposals.merging.api.api,
        priorities.proposals.refusing.api.api,
        priorities.proposals.similar.api.api,
        priorities.proposals.talking.api.api,
    ),
    events=events,
    sockets=(priorities.live.socket,),
    lookers=LOOKERS,
    jobs=(
        *priorities.ballots.paper.jobs.JOBS,
        *priorities.closing.jobs.JOBS,
        *priorities.opinions.jobs.JOBS,
        *priorities.pictures.jobs.JOBS,
        *priorities.acting.jobs.JOBS,
        *priorities.reviewing.jobs.JOBS,
        *priorities.rounds.jobs.JOBS,
    ),
)
