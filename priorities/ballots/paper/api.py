"""Slips over JSON, for the staff of a round."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.ballots.paper import (
    issuing_service,
    printing_service,
    reading_service,
    returning_service,
    spoiling_service,
)
from priorities.ballots.paper.page_service import counts_of
from priorities.ballots.paper.shapes import (
    FindResidents,
    FoundResident,
    FoundResidents,
    IssueSlip,
    NewSlip,
    NewSlips,
    PrintSlips,
    ReadSlip,
    ReturnSlip,
    SlipCounts,
    SlipRead,
    SpoilSlip,
)
from priorities.ballots.receipts import shown_receipt
from priorities.ballots.roll import neighbour_of

api = Api()
_KEEP = Permission.SLIP_KEEP


@api.get("/rounds/{id}/slips", permission=_KEEP, answer=SlipCounts, summary="Read where the slips of a round are")
async def read_counts(call: Call[None, None]) -> SlipCounts:
    return msgspec.convert(await counts_of(call.viewer, call.path["id"]), SlipCounts, from_attributes=True)


@api.post("/rounds/{id}/slips", permission=_KEEP, body=PrintSlips, answer=NewSlips, status=201,
          summary="Make numbered slips to print")  # fmt: skip
async def print_slips(call: Call[PrintSlips, None]) -> NewSlips:
    """At most 200 at a time. Their receipts are told this once."""
    printed = await printing_service.print_slips(call.request.app, call.viewer, call.path["id"], call.body.count)
    return NewSlips([NewSlip(serial, shown_receipt(receipt)) for serial, receipt in printed.slips])


@api.post("/rounds/{id}/slips/people", permission=_KEEP, body=FindResidents, answer=FoundResidents,
          summary="Find residents to give a slip to")  # fmt: skip
async def find_residents(call: Call[FindResidents, None]) -> FoundResidents:
    """Those with an account, at most twenty. A POST, so that names stand in no address."""
    found = await issuing_service.find_residents(call.viewer, call.path["id"], call.body.name)
    return FoundResidents(msgspec.convert(found, list[FoundResident]))


@api.post("/rounds/{id}/slips/issue", permission=_KEEP, body=IssueSlip, answer=None, status=204,
          summary="Give a slip to somebody")  # fmt: skip
async def issue_slip(call: Call[IssueSlip, None]) -> None:
    """409 for who has voted already, or has a slip or a letter. Which slip somebody got is written nowhere."""
    app, asked, round_id = call.request.app, call.body, call.path["id"]
    if asked.person is not None:
        await issuing_service.issue_to_account(app, call.viewer, round_id, asked.serial, asked.person)
        return
    neighbour = neighbour_of(asked.name, asked.house, asked.postcode)
    await issuing_service.issue_by_name(
        app, call.viewer, round_id, asked.serial, neighbour, same_name=asked.same_name
    )  # fmt: skip


@api.post("/rounds/{id}/slips/readings", permission=_KEEP, body=ReadSlip, answer=SlipRead,
          summary="Say what is on a filled slip")  # fmt: skip
async def read_slip(call: Call[ReadSlip, None]) -> SlipRead:
    """It is a ballot once two people have read the same."""
    app, asked = call.request.app, call.body
    outcome: Any = await reading_service.read_slip(app, call.viewer, call.path["id"], asked.serial, asked.choices)
    return SlipRead(str(outcome))  # type: ignore[arg-type]  # an Outcome is one of these


@api.post("/rounds/{id}/slips/return", permission=_KEEP, body=ReturnSlip, answer=None, status=204,
          summary="Take a slip back from who may vote otherwise then")  # fmt: skip
async def return_slip(call: Call[ReturnSlip, None]) -> None:
    """The slip at hand counts no more, and whoever held it is off the list of who has voted."""
    app, asked, round_id = call.request.app, call.body, call.path["id"]
    if asked.person is not None:
        await returning_service.take_back_from_account(app, call.viewer, round_id, asked.serial, asked.person)
        return
    neighbour = neighbour_of(asked.name, asked.house, asked.postcode)
    await returning_service.take_back_by_name(app, call.viewer, round_id, asked.serial, neighbour)


@api.post("/rounds/{id}/slips/spoil", permission=_KEEP, body=SpoilSlip, answer=None, status=204,
          summary="Let a slip count no more")  # fmt: skip
async def spoil_slip(call: Call[SpoilSlip, None]) -> None:
    """With another one in its place, where its holder is to have one."""
    app, asked = call.request.app, call.body
    await spoiling_service.spoil_slip(app, call.viewer, call.path["id"], asked.serial, asked.reason, asked.replacement)
