"""What rooms bring into the application."""

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
from foundation.feature import Feature
from rooms.heads import LOOKERS
from rooms.live_events import events

FEATURE = Feature(
    pages=(
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
    ),
    apis=(
        rooms.surgeries.api.api,
        rooms.minutes.api.api,
        rooms.questions.api.api,
        rooms.promises.api.api,
        rooms.calendar.api.api,
    ),
    events=events,
    sockets=(
        rooms.socket,
        rooms.floor.socket,
        rooms.polls.socket,
        rooms.pulse.socket,
        rooms.questions.socket,
        rooms.console.socket,
        rooms.queue.socket,
        rooms.booth.socket,
    ),
    jobs=(
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
    ),
    lookers=LOOKERS,
)
