"""The feeds' addresses."""

from aiohttp import web

from forums.feeds import service
from foundation.api import Api, Call
from foundation.atom_answers import MEDIA, feed_answer
from foundation.permissions import Permission

api = Api()
_READ = Permission.FORUM_READ


@api.get("/neighbourhoods/{id}/forum/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="The latest topics of a neighbourhood’s forum, as an Atom feed")  # fmt: skip
async def neighbourhood_feed(call: Call[None, None]) -> web.Response:
    return feed_answer(call, await service.feed_of_neighbourhood(call.path["id"], call.request.path))


@api.get("/forums/{id}/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="The latest topics of a forum, as an Atom feed")  # fmt: skip
async def forum_feed(call: Call[None, None]) -> web.Response:
    return feed_answer(call, await service.feed_of_forum(call.viewer, call.path["id"], None, call.request.path))


@api.get("/forums/{id}/sections/{section}/feed.atom", permission=_READ, answer=str, media=(MEDIA,),
         conditional=True, summary="The latest topics of one section of a forum, as an Atom feed")  # fmt: skip
async def section_feed(call: Call[None, None]) -> web.Response:
    section = call.path["section"]
    return feed_answer(call, await service.feed_of_forum(call.viewer, call.path["id"], section, call.request.path))


@api.get("/topics/{id}/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="The latest replies of a topic, as an Atom feed")  # fmt: skip
async def topic_feed(call: Call[None, None]) -> web.Response:
    """Of one that was merged, the one that it was merged into."""
    return feed_answer(call, await service.feed_of_topic(call.viewer, call.path["id"], call.request.path))
