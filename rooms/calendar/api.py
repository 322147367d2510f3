"""The feeds, for calendars to subscribe to."""

import hashlib
from dataclasses import replace
from typing import Annotated

import msgspec
from aiohttp import ETag, web

from foundation import language
from foundation.addresses import own_origin
from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from rooms.calendar import feed_service
from rooms.calendar.asked import Asked
from rooms.calendar.feed_service import Feed
from rooms.models import MeetingKind
from rooms.shapes import PlaceId

api = Api()
_CALENDAR = ("text/calendar",)


class FindDates(msgspec.Struct):
    """Which dates: of one `kind`; `lang` is the language of the feed's own words, `en` or `cy`."""

    kind: MeetingKind | None = None
    lang: Annotated[str, msgspec.Meta(max_length=8)] | None = None


class FindAllDates(FindDates):
    """The same, of one `force` (its id) where several are served here."""

    force: PlaceId | None = None


@api.get(
    "/neighbourhoods/{id}/calendar.ics",
    permission=Permission.CALENDAR_READ,
    query=FindDates,
    answer=str,
    summary="The dates of a neighbourhood as iCalendar",
    media=_CALENDAR,
    conditional=True,
)
async def neighbourhood_feed(call: Call[None, FindDates]) -> web.Response:
    """Surgeries, office hours and meetings: those of the last 90 days and all that come, cancelled ones too."""
    asked = _speak(call.query)
    return await _answer(call.request, await feed_service.feed_of_neighbourhood(call.path["id"], asked))


@api.get(
    "/officers/{id}/calendar.ics",
    permission=Permission.CALENDAR_READ,
    query=FindDates,
    answer=str,
    summary="The dates that an officer holds as iCalendar",
    media=_CALENDAR,
    conditional=True,
)
async def officer_feed(call: Call[None, FindDates]) -> web.Response:
    asked = _speak(call.query)
    return await _answer(call.request, await feed_service.feed_of_officer(call.path["id"], asked))


@api.get(
    "/calendar.ics",
    permission=Permission.CALENDAR_READ,
    query=FindAllDates,
    answer=str,
    summary="The dates of the whole force as iCalendar",
    media=_CALENDAR,
    conditional=True,
)
async def whole_feed(call: Call[None, FindAllDates]) -> web.Response:
    asked = _speak(call.query)
    feed = await feed_service.feed_of_everything(replace(asked, force=call.query.force))
    return await _answer(call.request, feed)


def _speak(find: FindDates) -> Asked:
    """What is asked for; the rest of the request is in the feed's language: a calendar sends no cookie."""
    if find.lang is not None:
        language.use(find.lang)
    return Asked(kind=find.kind)


async def _answer(request: web.Request, feed: Feed) -> web.Response:
    """The feed, or 304 for who has it: what calendars ask for each hour, and mostly have."""
    body = await feed_service.draw(request.app, feed, own_origin(request, request.app[SETTINGS]))
    tag = hashlib.sha256(body).hexdigest()[:32]
    known = request.if_none_match or ()
    same = any(each.value in (tag, "*") for each in known)
    response = (
        web.Response(status=304) if same else web.Response(body=body, content_type="text/calendar", charset="utf-8")
    )
    response.etag = ETag(tag)
    # Kept, but asked about each time: what was cancelled must not come back from a cache.
    response.headers["Cache-Control"] = "no-cache"
    return response
