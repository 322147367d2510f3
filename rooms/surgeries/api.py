"""Surgeries as JSON."""

from typing import Any

import msgspec
from aiohttp import web

from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from rooms import transcript_forms
from rooms.entering import read_log
from rooms.shapes import (
    AnnouncedSurgery,
    Cancelled,
    ChangedSurgery,
    FindEvents,
    FindSurgeries,
    LogAnswer,
    NewSurgery,
    SurgeryAnswer,
    SurgeryList,
    TranscriptAnswer,
)
from rooms.surgeries import changing_service, service
from rooms.surgeries.plans import Plan
from rooms.surgeries.wanted import Wanted
from rooms.surgeries.warnings import with_warnings

api = Api()
JSON = dict[str, Any]


@api.get(
    "/surgeries", permission=Permission.SURGERY_READ, query=FindSurgeries, answer=SurgeryList, summary="List surgeries"
)
async def list_surgeries(call: Call[None, FindSurgeries]) -> JSON:
    """Surgeries by their start."""
    find = call.query
    wanted = Wanted(
        neighbourhood=find.neighbourhood,
        statuses=(find.status,) if find.status else (),
        starts_from=find.starts_from,
        starts_to=find.starts_to,
        cursor=find.cursor,
        limit=find.limit,
    )
    items, following = await service.list_surgeries(wanted)
    return {"items": items, "next": following}


@api.post(
    "/surgeries",
    permission=Permission.SURGERY_SCHEDULE,
    body=NewSurgery,
    answer=AnnouncedSurgery,
    status=201,
    summary="Schedule a surgery, as an officer of the neighbourhood",
)
async def schedule_surgery(call: Call[NewSurgery, None]) -> JSON:
    body = call.body
    plan = Plan(**{name: getattr(body, name) for name in Plan.__dataclass_fields__})
    surgery = await service.schedule_surgery(call.request.app, call.viewer, body.neighbourhood, plan)
    return await with_warnings(surgery, call.request.app[SETTINGS].time_zone)


@api.get(
    "/surgeries/{id}", permission=Permission.SURGERY_READ, answer=SurgeryAnswer, summary="One surgery"
)  # fmt: skip
async def read_surgery(call: Call[None, None]) -> JSON:
    return await service.access_surgery(call.path["id"])


@api.patch(
    "/surgeries/{id}",
    permission=Permission.SURGERY_HOST,
    body=ChangedSurgery,
    answer=AnnouncedSurgery,
    summary="Change a surgery until it is open, as a host",
)
async def change_surgery(call: Call[ChangedSurgery, None]) -> JSON:
    given = {name: value for name, value in msgspec.structs.asdict(call.body).items() if value is not msgspec.UNSET}
    reason = given.pop("reason", "")
    app = call.request.app
    surgery = await changing_service.change_surgery(app, call.viewer, call.path["id"], given, reason)
    return await with_warnings(surgery, app[SETTINGS].time_zone)


@api.post(
    "/surgeries/{id}/open", permission=Permission.SURGERY_HOST, answer=SurgeryAnswer, summary="Open it, as a host"
)
async def open_surgery(call: Call[None, None]) -> JSON:
    return await service.open_surgery(call.request.app, call.viewer, call.path["id"])


@api.post(
    "/surgeries/{id}/close", permission=Permission.SURGERY_HOST, answer=SurgeryAnswer, summary="Close it, as a host"
)
async def close_surgery(call: Call[None, None]) -> JSON:
    return await service.close_surgery(call.request.app, call.viewer, call.path["id"])


@api.post(
    "/surgeries/{id}/cancel",
    permission=Permission.SURGERY_HOST,
    body=Cancelled,
    may_be_empty=True,
    answer=SurgeryAnswer,
    summary="Cancel it, as a host",
)
async def cancel_surgery(call: Call[Cancelled, None]) -> JSON:
    return await changing_service.cancel_surgery(call.request.app, call.viewer, call.path["id"], call.body.reason)


@api.get(
    "/surgeries/{id}/events",
    permission=Permission.SURGERY_READ,
    query=FindEvents,
    answer=LogAnswer,
    summary="The room's log after an entry",
)
async def read_events(call: Call[None, FindEvents]) -> JSON:
    """The log, as the live server sends it."""
    found = await read_log(call.viewer, call.path["id"], call.query.after, call.query.limit)
    return {"events": found["events"], "last_seq": found["last_seq"]}


@api.get(
    "/surgeries/{id}/transcript",
    permission=Permission.SURGERY_READ,
    answer=TranscriptAnswer,
    summary="What was said, after the close",
    media=("application/json", "text/plain", "text/html"),
)
async def read_transcript(call: Call[None, None]) -> JSON | web.Response:
    """JSON, plain text or HTML, by the Accept header."""
    return await transcript_forms.answer(call.request, call.path["id"])
