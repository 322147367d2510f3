"""What forums bring into the application."""

import forums.answers.api
import forums.answers.jobs
import forums.answers.pages
import forums.arranging.api
import forums.arranging.jobs
import forums.arranging.pages
import forums.arranging.tidying.api
import forums.arranging.tidying.pages
import forums.changing.api
import forums.changing.pages
import forums.changing.revisions_api
import forums.changing.revisions_pages
import forums.drafts.api
import forums.drafts.jobs
import forums.drafts.pages
import forums.exchange.api
import forums.exchange.pages
import forums.feeds.api
import forums.following.mailing.jobs
import forums.following.telling.jobs
import forums.following.unread.api
import forums.following.unread.pages
import forums.following.watching.api
import forums.following.watching.pages
import forums.heat.jobs
import forums.live.pages
import forums.live.socket
import forums.meeting.api
import forums.meeting.questions.api
import forums.meeting.questions.pages
import forums.meeting.taking_pages
import forums.moderating.deciding_api
import forums.moderating.deciding_pages
import forums.pictures.api
import forums.pictures.image_pages
import forums.pictures.jobs
import forums.places.api
import forums.places.keeping.api
import forums.places.keeping.mode_pages
import forums.places.keeping.pages
import forums.places.pages
import forums.posting.api
import forums.posting.preview_api
import forums.posting.reply_pages
import forums.posting.topic_pages
import forums.reading.api
import forums.reading.pages
import forums.similar.api
from forums.live.heads import LOOKERS
from forums.live_events import events
from foundation.feature import Feature

FEATURE = Feature(
    pages=(
        forums.answers.pages.pages,
        forums.arranging.pages.pages,
        forums.arranging.tidying.pages.pages,
        forums.moderating.deciding_pages.pages,
        forums.drafts.pages.pages,
        forums.exchange.pages.pages,
        forums.following.unread.pages.pages,
        forums.following.watching.pages.pages,
        forums.meeting.questions.pages.pages,
        forums.meeting.taking_pages.pages,
        forums.live.pages.pages,
        forums.pictures.image_pages.pages,
        forums.places.keeping.pages.pages,
        forums.places.keeping.mode_pages.pages,
        # Before a topic's page: `/topics/new` is none.
        forums.posting.topic_pages.pages,
        forums.posting.reply_pages.pages,
        forums.changing.pages.pages,
        forums.changing.revisions_pages.pages,
        forums.reading.pages.pages,
        # Last: what follows a forum's address may be a section.
        forums.places.pages.pages,
    ),
    apis=(
        forums.answers.api.api,
        forums.arranging.api.api,
        forums.arranging.tidying.api.api,
        forums.similar.api.api,
        forums.meeting.api.api,
        forums.meeting.questions.api.api,
        forums.moderating.deciding_api.api,
        forums.exchange.api.api,
        forums.drafts.api.api,
        forums.following.watching.api.api,
        forums.following.unread.api.api,
        forums.feeds.api.api,
        forums.pictures.api.api,
        forums.places.api.api,
        forums.places.keeping.api.api,
        forums.changing.api.api,
        forums.changing.revisions_api.api,
        forums.posting.api.api,
        forums.posting.preview_api.api,
        forums.reading.api.api,
    ),
    events=events,
    sockets=(forums.live.socket,),
    lookers=LOOKERS,
    jobs=(
        *forums.answers.jobs.JOBS,
        *forums.arranging.jobs.JOBS,
        *forums.drafts.jobs.JOBS,
        *forums.following.telling.jobs.JOBS,
        *forums.following.mailing.jobs.JOBS,
        *forums.heat.jobs.JOBS,
        *forums.pictures.jobs.JOBS,
    ),
)
