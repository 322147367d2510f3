"""What moderation brings into the application."""

import moderation.appeals.api
import moderation.appeals.own_pages
import moderation.appeals.pages
import moderation.community_rules.api
import moderation.community_rules.pages
import moderation.decisions.api
import moderation.decisions.bans_pages
import moderation.decisions.presets_pages
import moderation.drills.jobs
import moderation.drills.pages
import moderation.evidence.export_pages
import moderation.evidence.jobs
import moderation.evidence.pages
import moderation.flags.api
import moderation.flags.muting_pages
import moderation.flags.pages
import moderation.legal_holds.pages
import moderation.lists.sites_pages
import moderation.lists.words_api
import moderation.lists.words_pages
import moderation.paging.jobs
import moderation.paging.pages
import moderation.paging.socket
import moderation.public.api
import moderation.public.pages
import moderation.public.report_pages
import moderation.queue.api
import moderation.queue.deciding_pages
import moderation.queue.jobs
import moderation.queue.pages
import moderation.queue.socket
import moderation.replay.jobs
import moderation.replay.pages
import moderation.risk.jobs
import moderation.screening_rules.jobs
import moderation.sealed.jobs
import moderation.sealed.pages
import moderation.trying.api
import moderation.trying.pages
from foundation.feature import Feature
from moderation.live_events import events
from moderation.paging.missed_service import MissedCalls

FEATURE = Feature(
    pages=(
        moderation.community_rules.pages.pages,
        moderation.paging.pages.pages,
        moderation.drills.pages.pages,
        moderation.public.pages.pages,
        moderation.replay.pages.pages,
        moderation.public.report_pages.pages,
        moderation.legal_holds.pages.pages,
        moderation.decisions.bans_pages.pages,
        moderation.decisions.presets_pages.pages,
        moderation.appeals.pages.pages,
        moderation.appeals.own_pages.pages,
        moderation.flags.pages.pages,
        moderation.flags.muting_pages.pages,
        moderation.queue.pages.pages,
        moderation.queue.deciding_pages.pages,
        moderation.evidence.pages.pages,
        moderation.evidence.export_pages.pages,
        moderation.sealed.pages.pages,
        moderation.lists.sites_pages.pages,
        moderation.lists.words_pages.pages,
        moderation.trying.pages.pages,
    ),
    apis=(
        moderation.community_rules.api.api,
        moderation.trying.api.api,
        moderation.lists.words_api.api,
        moderation.flags.api.api,
        moderation.queue.api.api,
        moderation.decisions.api.api,
        moderation.appeals.api.api,
        moderation.public.api.api,
    ),
    events=events,
    sockets=(
        moderation.queue.socket,
        moderation.paging.socket,
    ),
    jobs=(
        *moderation.screening_rules.jobs.JOBS,
        *moderation.evidence.jobs.JOBS,
        *moderation.paging.jobs.JOBS,
        *moderation.queue.jobs.JOBS,
        *moderation.risk.jobs.JOBS,
        *moderation.sealed.jobs.JOBS,
        *moderation.drills.jobs.JOBS,
        *moderation.replay.jobs.JOBS,
    ),
    lookers=(MissedCalls,),
)
