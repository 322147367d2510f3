"""Statements and opinions as JSON."""

import msgspec
from aiohttp import web

from foundation.api import Api, Call
from foundation.client_ids import new_client_id
from foundation.json_answers import json_response
from foundation.keys import UNTOLD
from foundation.permissions import Permission
from priorities.opinions import page_service
from priorities.opinions.giving_service import give_opinion
from priorities.opinions.results_service import access_results
from priorities.opinions.saying_service import NewStatement, put_statement
from priorities.opinions.shapes import (
    HeldStatement,
    OpinionBody,
    OpinionResult,
    StatementAnswer,
    StatementBody,
    StatementList,
)

api = Api()


@api.get("/rounds/{id}/statements", permission=Permission.PRIORITY_READ, answer=StatementList,
         summary="The statements of a round that asks for opinions")  # fmt: skip
async def list_statements(call: Call[None, None]) -> StatementList:
    """Never how many agree: see the opinions, when the vote is closed."""
    found = await page_service.statements_of_round(call.viewer, call.path["id"])
    return StatementList([StatementAnswer(**each) for each in found])


@api.post("/rounds/{id}/statements", permission=Permission.OPINION_GIVE, body=StatementBody, answer=StatementAnswer,
          status=201, waits=HeldStatement, summary="Put a statement before the neighbours")  # fmt: skip
async def post_statement(call: Call[StatementBody, None]) -> StatementAnswer | web.Response:
    """For who lives in the neighbourhood, or serves it, until the vote closes."""
    body = call.body
    new = NewStatement(body.text, str(body.client_id) if body.client_id else new_client_id(), body.confirm)
    put = await put_statement(call.request.app, call.viewer, call.path["id"], new)
    if put.held_reason:
        notice = "emergency" if put.emergency else None
        return json_response(HeldStatement("held", put.id, put.held_reason, notice), 202)
    return StatementAnswer(put.id, await page_service.text_of(put.id))


@api.put("/statements/{id}/opinion", permission=Permission.OPINION_GIVE, body=OpinionBody,
         summary="Agree, disagree or pass; the last one counts")  # fmt: skip
async def put_opinion(call: Call[OpinionBody, None]) -> None:
    """For who lives in the neighbourhood, while the vote is open."""
    await give_opinion(call.request.app, call.viewer, call.path["id"], call.body.opinion)
    call.request[UNTOLD] = True


@api.get("/rounds/{id}/opinions", permission=Permission.PRIORITY_READ, answer=OpinionResult,
         summary="What people think of the statements, and in which groups")  # fmt: skip
async def read_opinions(call: Call[None, None]) -> OpinionResult:
    """404 until the vote was closed, for everybody."""
    return msgspec.convert(await access_results(call.viewer, call.path["id"]), OpinionResult)
