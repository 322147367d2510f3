"""Every feature of the house, from the ground up, and what they bring together. Each says it in its `feature.py`."""

import accounts.feature
import forums.feature
import moderation.feature
import neighbourhoods.feature
import notices.feature
import priorities.feature
import rooms.feature
from foundation import redis_away, slow_clients
from foundation.api import Api
from foundation.audit import jobs as audit_jobs
from foundation.feature import Feature
from foundation.live_events import Events
from foundation.mail import jobs as outbox_jobs
from foundation.redis_away import NewLooker
from foundation.routes import Routes
from foundation.scheduler import Job
from server import content, health, home
from server.searching import api as search_api
from server.searching import pages as search_pages

_HOUSE = Feature(
    pages=(home.pages, content.pages, health.pages, search_pages.pages),
    apis=(search_api.api,),
    jobs=(*redis_away.JOBS, *slow_clients.JOBS, *audit_jobs.JOBS, *outbox_jobs.JOBS),
)
FEATURES: tuple[Feature, ...] = (
    _HOUSE,
    accounts.feature.FEATURE,
    neighbourhoods.feature.FEATURE,
    moderation.feature.FEATURE,
    notices.feature.FEATURE,
    rooms.feature.FEATURE,
    forums.feature.FEATURE,
    priorities.feature.FEATURE,
)
PAGES: tuple[Routes, ...] = tuple(routes for feature in FEATURES for routes in feature.pages)
APIS: tuple[Api, ...] = tuple(api for feature in FEATURES for api in feature.apis)
LOOKERS: tuple[NewLooker, ...] = tuple(looker for feature in FEATURES for looker in feature.lookers)
JOBS: tuple[Job, ...] = tuple(job for feature in FEATURES for job in feature.jobs)
EVENTS = Events.of(*(feature.events for feature in FEATURES))
