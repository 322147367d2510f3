"""The result of a round, over JSON."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.results.service import access_result
from priorities.results.shapes import RoundResult

api = Api()


@api.get("/rounds/{id}/results", permission=Permission.PRIORITY_READ, answer=RoundResult,
         summary="The result of a round’s vote, by both counts")  # fmt: skip
async def read_result(call: Call[Any, None]) -> RoundResult:
    """404 until the vote has closed and was counted, for everybody."""
    result = await access_result(call.request.app, call.viewer, call.path["id"])
    return msgspec.convert(result.counted, RoundResult)
