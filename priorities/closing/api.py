"""What was published at the close, over JSON."""

from typing import Any

from aiohttp import web

from foundation.api import Api, Call
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Permission
from priorities.closing import service
from priorities.closing.shapes import BallotFile, Counted, Statement

api = Api()


@api.get("/rounds/{id}/ballots", permission=Permission.PRIORITY_READ, answer=BallotFile,
         summary="The file of all ballots, which anybody can count again")  # fmt: skip
async def ballots(call: Call[None, Any]) -> web.Response:
    """404 before the close."""
    round_id = call.path["id"]
    name = f'attachment; filename="ballots-{round_id}.json"'
    file = await service.published_file(call.viewer, round_id)
    return web.Response(body=file, content_type="application/json", headers={"Content-Disposition": name})


@api.get("/rounds/{id}/receipts/{receipt}", permission=Permission.PRIORITY_READ, answer=Counted,
         summary="Whether the ballot of a receipt was counted")  # fmt: skip
async def receipt(call: Call[None, Any]) -> Counted:
    """404 where it is none of this round’s, and before the close."""
    if not await service.is_counted(call.viewer, call.path["id"], call.path["receipt"]):
        raise NotFound(_("No ballot with this receipt was counted in this round."))
    return Counted()


@api.get("/rounds/{id}/close", permission=Permission.PRIORITY_READ, answer=Statement,
         summary="What was signed at the close of a vote")  # fmt: skip
async def close(call: Call[None, Any]) -> Any:
    """404 before the close."""
    return await service.statement(call.request.app, call.viewer, call.path["id"])
