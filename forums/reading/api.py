"""Reading topics and replies as JSON."""

from forums.reading import api_service as service
from forums.reading.shapes import FindReplies, ReplyAnswer, ReplyList
from forums.shapes import TopicAnswer
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


@api.get("/topics/{id}", permission=Permission.FORUM_READ, answer=TopicAnswer, summary="One topic")
async def read_topic(call: Call[None, None]) -> TopicAnswer:
    """Of one that was merged, the one that it was merged into: its id is another."""
    return await service.read_topic(call.request.app, call.viewer, call.path["id"])


@api.get("/topics/{id}/replies", permission=Permission.FORUM_READ, query=FindReplies, answer=ReplyList,
         summary="A topic’s own text and its replies, in the order of their numbers")  # fmt: skip
async def read_replies(call: Call[None, FindReplies]) -> ReplyList:
    """Those that were taken down keep their place, without words."""
    find, app = call.query, call.request.app
    return ReplyList(*await service.read_replies(app, call.viewer, call.path["id"], find.after, find.limit))


@api.get("/replies/{id}", permission=Permission.FORUM_READ, answer=ReplyAnswer, summary="One reply")
async def read_reply(call: Call[None, None]) -> ReplyAnswer:
    return await service.read_reply(call.request.app, call.viewer, call.path["id"])
