"""The result of a round, over JSON."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.results.service import access_result, turnout_of
from priorities.results.shapes import RoundResult, RoundTurnout, turnout_shown

api = Api()


@api.get("/rounds/{id}/results", permission=Permission.PRIORITY_READ, answer=RoundResult,
         summary="The result of a round’s vote, by both counts")  # fmt: skip
async def read_result(call: Call[Any, None]) -> RoundResult:
    """404 until the vote has closed and was counted, for everybody."""
    result = await access_result(call.request.app, call.viewer, call.path["id"])
    return msgspec.convert(result.counted, RoundResult)


@api.get("/rounds/{id}/turnout", permission=Permission.PRIORITY_READ, answer=RoundTurnout,
         summary="When people voted, of which age how many did, and how many in the rounds before")  # fmt: skip
async def read_turnout(call: Call[Any, None]) -> RoundTurnout:
    """404 until the vote has closed and was counted, for everybody."""
    result = await access_result(call.request.app, call.viewer, call.path["id"])
    return turnout_shown(result.days(), await turnout_of(result))
