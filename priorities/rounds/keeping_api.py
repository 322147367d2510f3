"""Keeping a round over JSON: as its page has it."""

from typing import Any

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.rounds import keeping_service, listing_service
from priorities.rounds.keeping_shapes import Cancelled, ChangedRound, MovedDates
from priorities.rounds.shapes import RoundShown, round_shown

api = Api()
_KEEP = Permission.ROUND_KEEP


@api.post("/rounds/{id}/dates", permission=_KEEP, body=MovedDates, answer=RoundShown,
          summary="Move dates of a round that are still to come")  # fmt: skip
async def move_dates(call: Call[MovedDates, None]) -> RoundShown:
    """Its followers are told, and everybody reads the reason. 409: the date has come. A vote that is open, and every
    phase that has begun, is lengthened and never cut short."""
    said = call.body
    await keeping_service.move_dates(
        call.request.app, call.viewer, call.path["id"], said.asked(), said.reason, later=said.later
    )
    return await _shown(call)


@api.patch("/rounds/{id}", permission=_KEEP, body=ChangedRound, answer=RoundShown,
           summary="Change a round, and how its vote goes, until the vote opens")  # fmt: skip
async def change_round(call: Call[ChangedRound, None]) -> RoundShown:
    """What is left out stays. 409 once the vote is open: from then on nothing of it changes."""
    await keeping_service.change_round(call.request.app, call.viewer, call.path["id"], call.body.given())
    return await _shown(call)


@api.post("/rounds/{id}/cancel", permission=_KEEP, body=Cancelled, answer=RoundShown,
          summary="Cancel a round before its vote has closed")  # fmt: skip
async def cancel_round(call: Call[Cancelled, None]) -> RoundShown:
    """Ballots that were cast are discarded, uncounted."""
    await keeping_service.cancel_round(call.request.app, call.viewer, call.path["id"], call.body.reason)
    return await _shown(call)


async def _shown(call: Call[Any, None]) -> RoundShown:
    return round_shown(await listing_service.one_round(call.viewer, call.path["id"]))
