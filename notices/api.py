"""One's own notices over JSON."""

from foundation.api import Api, Call
from foundation.permissions import Permission
from notices import reading_service
from notices.shapes import NoticeList, NoticeQuery, Read, Unread, shape_of
from notices.unread import unread_of

api = Api()


@api.get("/notices", permission=Permission.NOTICE_READ, query=NoticeQuery, answer=NoticeList,
         summary="One’s own notices, newest first")  # fmt: skip
async def list_notices(call: Call[None, NoticeQuery]) -> NoticeList:
    rows, following = await reading_service.list_notices(call.viewer, call.query.limit, call.query.before)
    return NoticeList([shape_of(row) for row in rows], following, await unread_of(str(call.viewer.id)))


@api.get("/notices/unread", permission=Permission.NOTICE_READ, answer=Unread, summary="How many are not read yet")
async def count_unread(call: Call[None, None]) -> Unread:
    return Unread(await unread_of(str(call.viewer.id)))


@api.post("/notices/read", permission=Permission.NOTICE_READ, body=Read, answer=Unread,
          summary="Mark one as read, or all")  # fmt: skip
async def read(call: Call[Read, None]) -> Unread:
    if call.body.id is None:
        await reading_service.read_all(call.request.app, call.viewer)
    else:
        await reading_service.read_notice(call.request.app, call.viewer, call.body.id)
    return Unread(await unread_of(str(call.viewer.id)))
