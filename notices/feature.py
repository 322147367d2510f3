"""What notices bring into the application."""

import notices.api
import notices.digests.api
import notices.digests.jobs
import notices.digests.pages
import notices.jobs
import notices.pages
import notices.preferences.link_pages
import notices.preferences.pages
import notices.push.api
import notices.push.jobs
import notices.push.pages
from foundation.feature import Feature

FEATURE = Feature(
    pages=(
        notices.pages.pages,
        notices.digests.pages.pages,
        notices.preferences.pages.pages,
        notices.preferences.link_pages.pages,
        notices.push.pages.pages,
    ),
    apis=(
        notices.api.api,
        notices.digests.api.api,
        notices.push.api.api,
    ),
    jobs=(
        *notices.jobs.JOBS,
        *notices.digests.jobs.JOBS,
        *notices.push.jobs.JOBS,
    ),
)
