"""The door where staff try a text, as JSON."""

from typing import Literal

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.screening import Context, Hit
from moderation.trying import service

api = Api()


class ScreenContext(msgspec.Struct):
    """Who would post it: `trusted` (an officer or a host), `confirmed` (was warned and sends it all the same)."""

    trusted: bool = False
    confirmed: bool = False


class ScreenBody(msgspec.Struct):
    """A text to try, and who would post it; without a context, a resident who posts it for the first time."""

    text: str
    context: ScreenContext | None = None


class ScreenAnswer(msgspec.Struct):
    """What would happen to the text and why: `hits` point into it by character; `emergency`: 999 would be shown."""

    action: Literal["allow", "warn", "hold", "page"]
    hits: list[Hit]
    emergency: bool
    reason: str


@api.post(
    "/moderation/screen",
    permission=Permission.SCREENING_TRY,
    body=ScreenBody,
    answer=ScreenAnswer,
    summary="Try a text under the rules of today; nothing is stored",
)
async def try_text(call: Call[ScreenBody, None]) -> ScreenAnswer:
    """For staff: what screening says of a text."""
    asked = call.body.context or ScreenContext()
    context = Context(asked.trusted, asked.confirmed)
    verdict = await service.try_text(call.request.app, call.viewer, call.body.text, context)
    return ScreenAnswer(verdict.action.value, list(verdict.hits), verdict.emergency, verdict.reason)
