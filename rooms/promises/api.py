"""Promises as JSON: public, like the page."""

from typing import Any

from foundation import clock
from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from neighbourhoods.service import access_neighbourhood
from rooms.promises.register import register_of
from rooms.promises.shapes import FindPromises, PromiseAnswer, PromiseList

api = Api()


@api.get(
    "/neighbourhoods/{id}/promises",
    permission=Permission.PROMISE_READ,
    query=FindPromises,
    answer=PromiseList,
    summary="The promises made in a neighbourhood, and what came of them",
)
async def list_promises(call: Call[None, FindPromises]) -> dict[str, Any]:
    """Late ones first, then open ones, then those that were kept or withdrawn."""
    place = await access_neighbourhood(call.path["id"])
    register = await register_of(place.id, clock.today_in(call.request.app[SETTINGS].time_zone))
    members = PromiseAnswer.__struct_fields__
    start, everything = int(call.query.cursor or 0), register.all
    end = start + call.query.limit
    items = [{name: promise[name] for name in members} for promise in everything[start:end]]
    return {"items": items, "counts": register.counts, "next": str(end) if end < len(everything) else None}
