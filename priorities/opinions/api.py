"""Statements and opinions as JSON."""

from typing import Literal
from uuid import UUID

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

api = Api()
Said = Literal["agree", "disagree", "pass"]


class StatementBody(msgspec.Struct):
    """Up to 140 characters that somebody can agree or disagree with. `confirm`: one was warned, and sends it anyway."""

    text: str
    client_id: UUID | None = None
    confirm: bool = False


class StatementAnswer(msgspec.Struct):
    """`mine`: what one said of it, while the vote is open."""

    id: str
    text: str
    mine: Said | None = None


class HeldStatement(msgspec.Struct):
    """It waits for a moderator. `notice` is `emergency` where 999 should be called at once."""

    status: Literal["held"]
    id: str
    reason: str
    notice: str | None = None


class StatementList(msgspec.Struct):
    """In an order of one’s own. All are there: `next` is null."""

    items: list[StatementAnswer]
    next: str | None = None


class OpinionBody(msgspec.Struct):
    opinion: Said


class Figures(msgspec.Struct, rename={"passed": "pass"}):
    """How many people."""

    agree: int
    disagree: int
    passed: int


class Mark(msgspec.Struct):
    """A statement with which a group agrees (or not `agrees`: disagrees) much more than the others."""

    id: str
    agrees: bool


class OpinionGroup(msgspec.Struct):
    """`place`: the middle of the group on the two axes on which opinions differ most, from -1 to 1."""

    name: str
    size: int
    place: tuple[float, float]
    marks: list[Mark]


class StatementResult(msgspec.Struct):
    """`said` and `bridge` are null where fewer than ten gave an opinion. `by_group` is in the order of the groups, null
    for small ones. `bridge` is from 0 to 1: how much the groups that are told agree.
    """

    id: str
    text: str
    said: Figures | None
    by_group: list[Figures | None]
    bridge: float | None


class OpinionResult(msgspec.Struct):
    """What bridges the groups comes first. `people` and `why` are null until groups were looked for; `why` there are
    none: `few` (under fifty people), `alike` (opinions don’t fall into groups), else empty.
    """

    people: int | None
    why: str | None
    groups: list[OpinionGroup]
    statements: list[StatementResult]


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
