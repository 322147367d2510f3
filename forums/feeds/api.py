"""The feeds' addresses."""

import hashlib

from aiohttp import ETag, web

from forums.feeds import service
from foundation.addresses import own_origin
from foundation.api import Api, Call
from foundation.atom import Feed, written
from foundation.keys import SETTINGS
from foundation.permissions import Permission

api = Api()
MEDIA = "application/atom+xml"
_READ = Permission.FORUM_READ


@api.get("/neighbourhoods/{id}/forum/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="The latest topics of a neighbourhood’s forum, as an Atom feed")  # fmt: skip
async def neighbourhood_feed(call: Call[None, None]) -> web.Response:
    return _answer(call, await service.feed_of_neighbourhood(call.path["id"], call.request.path))


@api.get("/forums/{id}/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="The latest topics of a forum, as an Atom feed")  # fmt: skip
async def forum_feed(call: Call[None, None]) -> web.Response:
    return _answer(call, await service.feed_of_forum(call.viewer, call.path["id"], None, call.request.path))


@api.get("/forums/{id}/sections/{section}/feed.atom", permission=_READ, answer=str, media=(MEDIA,),
         conditional=True, summary="The latest topics of one section of a forum, as an Atom feed")  # fmt: skip
async def section_feed(call: Call[None, None]) -> web.Response:
    section = call.path["section"]
    return _answer(call, await service.feed_of_forum(call.viewer, call.path["id"], section, call.request.path))


@api.get("/topics/{id}/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="The latest replies of a topic, as an Atom feed")  # fmt: skip
async def topic_feed(call: Call[None, None]) -> web.Response:
    """Of one that was merged, the one that it was merged into."""
    return _answer(call, await service.feed_of_topic(call.viewer, call.path["id"], call.request.path))


def _answer(call: Call[None, None], feed: Feed) -> web.Response:
    """The feed, or 304 for who has it."""
    body = written(feed, own_origin(call.request, call.request.app[SETTINGS]))
    tag = hashlib.sha256(body).hexdigest()[:32]
    same = any(each.value in (tag, "*") for each in call.request.if_none_match or ())
    response = web.Response(status=304) if same else web.Response(body=body, content_type=MEDIA, charset="utf-8")
    response.etag = ETag(tag)
    # Kept, but asked about each time: what was taken down must not come back from a cache.
    response.headers["Cache-Control"] = "no-cache"
    return response
