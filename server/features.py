"""What every feature brings into the application: its pages, its JSON API, its live events, its timed work."""

import accounts.account_pages
import accounts.api
import accounts.avatars.image_pages
import accounts.avatars.pages
import accounts.duty.api
import accounts.duty.check_pages
import accounts.duty.jobs
import accounts.duty.pages
import accounts.factors.api
import accounts.factors.jobs
import accounts.factors.methods_pages
import accounts.factors.pages
import accounts.factors.proof_pages
import accounts.guest_pages
import accounts.jobs
import accounts.language_pages
import accounts.leaving.jobs
import accounts.leaving.pages
import accounts.officers.api
import accounts.officers.pages
import accounts.residents.details_pages
import accounts.residents.email_pages
import accounts.residents.jobs
import accounts.residents.password_pages
import accounts.residents.sign_up_pages
import accounts.sessions.pages
import accounts.sign_in_pages
import accounts.staffing.enrolment_pages
import accounts.staffing.jobs
import accounts.staffing.pages
import accounts.staffing.person_pages
import accounts.vouching.pages
import moderation.api
import moderation.appeals.api
import moderation.appeals.own_pages
import moderation.appeals.pages
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
import moderation.live_events
import moderation.pages
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
import moderation.trying.pages
import neighbourhoods.api
import neighbourhoods.pages
import notices.api
import notices.jobs
import notices.pages
import notices.preferences.link_pages
import notices.preferences.pages
import notices.push.api
import notices.push.jobs
import notices.push.pages
import rooms.booth.jobs
import rooms.booth.message_pages
import rooms.booth.pages
import rooms.booth.reading_pages
import rooms.booth.socket
import rooms.calendar.api
import rooms.calendar.pages
import rooms.console.canned_pages
import rooms.console.pages
import rooms.console.socket
import rooms.console.using_pages
import rooms.duty.jobs
import rooms.floor.jobs
import rooms.floor.pages
import rooms.floor.socket
import rooms.hosting.hosts_pages
import rooms.hosting.jobs
import rooms.hosting.pages
import rooms.hosting.sites_pages
import rooms.jobs
import rooms.live_events
import rooms.messages.deciding_pages
import rooms.messages.flagging_pages
import rooms.messages.pages
import rooms.minutes.api
import rooms.minutes.editor_pages
import rooms.minutes.pages
import rooms.pages
import rooms.polls.pages
import rooms.polls.socket
import rooms.promises.api
import rooms.promises.jobs
import rooms.promises.pages
import rooms.pulse.pages
import rooms.pulse.socket
import rooms.questions.api
import rooms.questions.jobs
import rooms.questions.pages
import rooms.questions.remains_pages
import rooms.questions.socket
import rooms.queue.jobs
import rooms.queue.pages
import rooms.queue.socket
import rooms.reminders.jobs
import rooms.reminders.pages
import rooms.running_log.beginning_pages
import rooms.running_log.image_pages
import rooms.running_log.keeping_pages
import rooms.running_log.pages
import rooms.series.jobs
import rooms.series.pages
import rooms.sheet.pages
import rooms.socket
import rooms.surgeries.api
import rooms.surgeries.changing_pages
import rooms.surgeries.jobs
import rooms.surgeries.pages
import rooms.surgeries.scheduling_pages
from foundation import slow_clients
from foundation.api import Api
from foundation.audit import jobs as audit_jobs
from foundation.live import Events
from foundation.mail import jobs as outbox_jobs
from foundation.routes import Routes
from foundation.scheduler import Job
from server import content, health, home

PAGES: tuple[Routes, ...] = (
    home.pages,
    content.pages,
    health.pages,
    accounts.language_pages.pages,
    accounts.guest_pages.pages,
    accounts.sessions.pages.pages,
    accounts.sign_in_pages.pages,
    accounts.factors.pages.pages,
    accounts.factors.proof_pages.pages,
    accounts.factors.methods_pages.pages,
    accounts.account_pages.pages,
    accounts.officers.pages.pages,
    accounts.duty.pages.pages,
    accounts.duty.check_pages.pages,
    accounts.avatars.image_pages.pages,
    accounts.avatars.pages.pages,
    accounts.residents.sign_up_pages.pages,
    accounts.residents.details_pages.pages,
    accounts.residents.email_pages.pages,
    accounts.residents.password_pages.pages,
    accounts.staffing.pages.pages,
    accounts.staffing.enrolment_pages.pages,
    accounts.staffing.person_pages.pages,
    accounts.leaving.pages.pages,
    accounts.vouching.pages.pages,
    neighbourhoods.pages.pages,
    moderation.pages.pages,
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
    notices.pages.pages,
    notices.preferences.pages.pages,
    notices.preferences.link_pages.pages,
    notices.push.pages.pages,
    rooms.surgeries.pages.pages,
    rooms.surgeries.scheduling_pages.pages,
    rooms.surgeries.changing_pages.pages,
    rooms.series.pages.pages,
    rooms.reminders.pages.pages,
    rooms.calendar.pages.pages,
    rooms.pages.pages,
    rooms.floor.pages.pages,
    rooms.questions.pages.pages,
    rooms.questions.remains_pages.pages,
    rooms.promises.pages.pages,
    rooms.messages.pages.pages,
    rooms.messages.flagging_pages.pages,
    rooms.messages.deciding_pages.pages,
    rooms.hosting.pages.pages,
    rooms.hosting.hosts_pages.pages,
    rooms.hosting.sites_pages.pages,
    rooms.queue.pages.pages,
    rooms.booth.pages.pages,
    rooms.booth.message_pages.pages,
    rooms.booth.reading_pages.pages,
    rooms.polls.pages.pages,
    rooms.console.pages.pages,
    rooms.console.canned_pages.pages,
    rooms.console.using_pages.pages,
    rooms.minutes.pages.pages,
    rooms.minutes.editor_pages.pages,
    rooms.pulse.pages.pages,
    rooms.sheet.pages.pages,
    rooms.running_log.image_pages.pages,
    rooms.running_log.beginning_pages.pages,
    rooms.running_log.keeping_pages.pages,
    rooms.running_log.pages.pages,
)
APIS: tuple[Api, ...] = (
    accounts.api.api,
    accounts.factors.api.api,
    accounts.officers.api.api,
    accounts.duty.api.api,
    neighbourhoods.api.api,
    moderation.api.api,
    moderation.lists.words_api.api,
    moderation.flags.api.api,
    moderation.queue.api.api,
    moderation.decisions.api.api,
    moderation.appeals.api.api,
    moderation.public.api.api,
    notices.api.api,
    notices.push.api.api,
    rooms.surgeries.api.api,
    rooms.minutes.api.api,
    rooms.questions.api.api,
    rooms.promises.api.api,
    rooms.calendar.api.api,
)
JOBS: tuple[Job, ...] = (
    *slow_clients.JOBS,
    *audit_jobs.JOBS,
    *outbox_jobs.JOBS,
    *accounts.jobs.JOBS,
    *accounts.duty.jobs.JOBS,
    *accounts.factors.jobs.JOBS,
    *accounts.staffing.jobs.JOBS,
    *accounts.residents.jobs.JOBS,
    *accounts.leaving.jobs.JOBS,
    *moderation.screening_rules.jobs.JOBS,
    *moderation.evidence.jobs.JOBS,
    *moderation.paging.jobs.JOBS,
    *moderation.queue.jobs.JOBS,
    *moderation.risk.jobs.JOBS,
    *moderation.sealed.jobs.JOBS,
    *notices.jobs.JOBS,
    *notices.push.jobs.JOBS,
    *moderation.drills.jobs.JOBS,
    *moderation.replay.jobs.JOBS,
    *rooms.jobs.JOBS,
    *rooms.surgeries.jobs.JOBS,
    *rooms.series.jobs.JOBS,
    *rooms.reminders.jobs.JOBS,
    *rooms.questions.jobs.JOBS,
    *rooms.promises.jobs.JOBS,
    *rooms.hosting.jobs.JOBS,
    *rooms.queue.jobs.JOBS,
    *rooms.booth.jobs.JOBS,
    *rooms.duty.jobs.JOBS,
    *rooms.floor.jobs.JOBS,
)
# Registered as they are imported: named here so that it can be read what there is.
EVENTS = (
    moderation.queue.socket,
    moderation.paging.socket,
    rooms.socket,
    rooms.floor.socket,
    rooms.polls.socket,
    rooms.pulse.socket,
    rooms.questions.socket,
    rooms.console.socket,
    rooms.queue.socket,
    rooms.booth.socket,
)
LIVE_EVENTS: tuple[Events, ...] = (moderation.live_events.events, rooms.live_events.events)
events = Events.of(*LIVE_EVENTS)
