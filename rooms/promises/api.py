"""Promises as JSON: public, like the page."""

from typing import Any

from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from neighbourhoods.service import access_neighbourhood
from rooms.promises.register import register_of
from rooms.promises.shapes import PromiseAnswer, PromiseList
from rooms.promises.vows import today_in

api = Api()


@api.get(
    "/neighbourhoods/{id}/promises",
    permission=Permission.PROMISE_READ,
    answer=PromiseList,
    summary="The promises made in a neighbourhood, and what came of them",
)
async def list_promises(call: Call[None, None]) -> dict[str, Any]:
    """Late ones first, then open ones, then those that were kept or withdrawn."""
    place = await access_neighbourhood(call.path["id"])
    register = await register_of(place.id, today_in(call.request.app[SETTINGS].time_zone))
    members = PromiseAnswer.__struct_fields__
    items = [{name: promise[name] for name in members} for promise in register.all]
    return {"items": items, "counts": register.counts, "next": None}
