"""How far one has read, and what one has not, as JSON."""

from forums.following.unread import marks_service, service
from forums.following.unread.shapes import Read, UnreadList, UnreadQuery, unread_topic
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()
_FOLLOW = Permission.TOPIC_FOLLOW


@api.put("/topics/{id}/read", permission=_FOLLOW, body=Read, summary="Say how far one has read a topic")
async def read(call: Call[Read, None]) -> None:
    """The list of what is unread goes by it, on every device."""
    await marks_service.mark_read(call.request.app, call.viewer, call.path["id"], call.body.number)


@api.get("/unread", permission=_FOLLOW, query=UnreadQuery, answer=UnreadList,
         summary="Topics that one follows or opened and that went on, the latest activity first")  # fmt: skip
async def list_unread(call: Call[None, UnreadQuery]) -> UnreadList:
    page = await service.list_unread(call.viewer, call.query.cursor, call.query.limit)
    return UnreadList([unread_topic(topic) for topic in page.items], page.next)


@api.post("/unread/read", permission=_FOLLOW, answer=None, status=204, summary="Have nothing left to be read")
async def read_everything(call: Call[None, None]) -> None:
    await service.read_everything(call.viewer)
