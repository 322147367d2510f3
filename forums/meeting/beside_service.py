"""What a topic's page shows of surgeries and proposals."""

from typing import Any

from aiohttp import web

from forums.meeting.service import may_put_forward, meetings_of, next_surgery_for
from forums.reading.service import TopicView

JSON = dict[str, Any]


async def meetings_beside(app: web.Application, view: TopicView) -> JSON:
    """`meetings`: `{from_surgery, asked_at, proposal, next_surgery, put_forward}`."""
    standing = view.standing
    surgery = await next_surgery_for(app, standing)
    is_there = surgery is not None and surgery.id == standing.topic["asked_at_id"]
    offered = {
        "next_surgery": None if is_there else surgery,
        "put_forward": await may_put_forward(app, standing),
    }
    return {"meetings": await meetings_of(app, standing) | offered}
