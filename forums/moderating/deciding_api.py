"""Deciding about a reply where it stands, over JSON."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Final, Literal

import msgspec
from aiohttp import web

from forums.moderating import decisions_service as service
from foundation.api import Api, Call
from foundation.permissions import Permission, Viewer
from moderation.decisions.why import Why

api = Api()
_VERBS: Final[Mapping[str, Callable[[web.Application, Viewer, str, Why], Awaitable[None]]]] = {
    "hide": service.hide,
    "restore": service.restore,
    "approve": service.approve,
    "reject": service.reject,
}


class DecidedInPlace(msgspec.Struct):
    """What is decided, and why: `reason` is read by its author, `clause` is the id of a rule or empty for the usual."""

    action: Literal["hide", "restore", "approve", "reject"]
    reason: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    clause: Annotated[str, msgspec.Meta(max_length=64)] = ""


@api.put("/replies/{id}/decision", permission=Permission.TOPIC_ARRANGE, body=DecidedInPlace,
         summary="Take a reply down, put it back, or decide about what waits, where it stands")  # fmt: skip
async def decide(call: Call[DecidedInPlace, None]) -> None:
    """For the staff who serve its forum; number 1 is its topic. A decision as any other: its author may appeal."""
    said = call.body
    why = Why(said.reason, said.clause)
    await _VERBS[said.action](call.request.app, call.viewer, call.path["id"], why)
