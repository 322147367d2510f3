"""The bridge between surgeries and forums: questions that become topics, and topics that become questions."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Literal

from aiohttp import web

from forums.meeting import ports
from forums.meeting.service import moves_of
from foundation.errors import NotFound
from foundation.permissions import READER, Viewer
from rooms.messages.drafts import Draft
from rooms.messages.service import post_message
from rooms.models import MessageKind
from rooms.questions import moving_service
from rooms.questions.ports import MOVES_OF
from rooms.surgeries.service import access_surgery, next_surgeries

_LOOKED_AT = 20
_STATUS: dict[str, Literal["published", "held", "warned"]] = {
    "published": "published",
    "held": "held",
    "warned": "warned",
}


def fill(app: web.Application) -> None:
    """Fill the ports of both."""
    app[MOVES_OF] = moves_of
    app[ports.QUESTION_TO_MOVE] = _question_to_move
    app[ports.READ_QUESTION] = _read_question
    app[ports.QUESTION_MOVED] = partial(moving_service.question_moved, app)
    app[ports.NEXT_SURGERY] = _next
    app[ports.SURGERIES] = _surgeries
    app[ports.ASK_SURGERY] = partial(_ask, app)


async def _question_to_move(viewer: Viewer, surgery: str, question: str) -> ports.SurgeryQuestion:
    return ports.SurgeryQuestion(**await moving_service.question_to_move(viewer, surgery, question))


async def _read_question(surgery: str, question: str) -> ports.SurgeryQuestion:
    return ports.SurgeryQuestion(**await moving_service.read_question(READER, surgery, question))


async def _next(neighbourhood: str) -> ports.SurgeryShown | None:
    coming = await next_surgeries(neighbourhood, _LOOKED_AT)
    return next((_shown(surgery) for surgery in coming if surgery["online"]), None)


async def _surgeries(ids: Collection[str]) -> Mapping[str, ports.SurgeryShown]:
    found: dict[str, ports.SurgeryShown] = {}
    for id_ in set(ids):
        try:
            found[id_] = _shown(await access_surgery(id_))
        except NotFound:
            continue
    return found


async def _ask(
    app: web.Application, viewer: Viewer, surgery: str, words: str, client_id: str, *, confirm: bool
) -> ports.WasAsked:
    draft = Draft(client_id, words, MessageKind.QUESTION, confirm=confirm)
    outcome = await post_message(app, viewer, surgery, draft, ahead=True)
    return ports.WasAsked(_STATUS[outcome.status], outcome.id, outcome.reason)


def _shown(surgery: dict[str, Any]) -> ports.SurgeryShown:
    starts = datetime.fromisoformat(surgery["starts_at"])
    return ports.SurgeryShown(surgery["id"], surgery["title"], f"/surgeries/{surgery['id']}", starts)
