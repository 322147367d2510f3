"""Rounds over JSON."""

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.rounds import beginning_service, following_service, listing_service
from priorities.rounds.shapes import FindRounds, NewRound, Rounds, RoundShown, round_shown

api = Api()
_OF_PLACE = "/neighbourhoods/{id}/rounds"


@api.get(_OF_PLACE, permission=Permission.PRIORITY_READ, query=FindRounds, answer=Rounds,
         summary="The rounds of priorities of a neighbourhood, the newest first")  # fmt: skip
async def list_rounds(call: Call[None, FindRounds]) -> Rounds:
    """Those that have begun."""
    found = await listing_service.list_rounds(call.path["id"], call.query.cursor, call.query.limit)
    return Rounds([round_shown(row) for row in found.items], found.next)


@api.get("/rounds/{id}", permission=Permission.PRIORITY_READ, answer=RoundShown, summary="One round of priorities")
async def show_round(call: Call[None, None]) -> RoundShown:
    """Its staff read one that has not begun, too."""
    return round_shown(await listing_service.one_round(call.viewer, call.path["id"]))


@api.post(_OF_PLACE, permission=Permission.ROUND_KEEP, body=NewRound, answer=RoundShown, status=201,
          summary="Begin a round of priorities")  # fmt: skip
async def begin_round(call: Call[NewRound, None]) -> RoundShown:
    """For officers who serve the neighbourhood, and administrators of its force."""
    app, plan, again = call.request.app, call.body.plan(), call.body.repeating()
    round_id = await beginning_service.begin_round(app, call.viewer, call.path["id"], plan, again)
    return round_shown(await listing_service.one_round(call.viewer, round_id))


@api.put(_OF_PLACE + "/follow", permission=Permission.ROUND_FOLLOW, summary="Follow the rounds of a neighbourhood")
async def follow(call: Call[None, None]) -> None:
    await following_service.follow(call.viewer, call.path["id"])


@api.delete(_OF_PLACE + "/follow", permission=Permission.ROUND_FOLLOW, summary="Follow its rounds no more")
async def unfollow(call: Call[None, None]) -> None:
    await following_service.unfollow(call.viewer, call.path["id"])
