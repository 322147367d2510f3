"""Voting: who asks becomes a voter, by their account or by a code, and their ballot is cast."""

from dataclasses import replace
from typing import Any

from aiohttp import web

from foundation.errors import Gone, NotAllowed, NotFound
from foundation.keys import LIMITS, SETTINGS
from foundation.permissions import Viewer
from priorities.ballots.casting_service import cast
from priorities.ballots.choices import Chosen
from priorities.ballots.hours import check_vote_is_open
from priorities.ballots.letters.codes_service import voter_of_code
from priorities.ballots.policy import access_voter
from priorities.ballots.voters import Voter
from priorities.policy import access_round

JSON = dict[str, Any]


async def vote(
    app: web.Application,
    viewer: Viewer,
    round_id: str,
    chosen: Chosen,
    code: str = "",
    address: str = "",
    form: str = "",
) -> str:
    """Cast the ballot of who asks, or of who holds this code; the last one counts. Gives the receipt.

    `address` is where they ask from, in full. `form`: the id of what they send; sent again with the same choices it has
    the same receipt. Raises NotFound, Conflict (not in the vote), NotSignedIn, NotAllowed,
    TooFast, Invalid.
    """
    return await vote_in(app, viewer, await access_round(viewer, round_id), chosen, code, address, form)


async def vote_in(
    app: web.Application,
    viewer: Viewer,
    row: JSON,
    chosen: Chosen,
    code: str = "",
    address: str = "",
    form: str = "",
) -> str:
    """The same in a round that the viewer may read (its row, as it was a moment ago)."""
    check_vote_is_open(row, app[SETTINGS].time_zone)
    voter = await _voter(app, viewer, row, code, address)
    return await cast(app, replace(voter, form=form), row, chosen)


async def _voter(app: web.Application, viewer: Viewer, row: JSON, code: str, address: str) -> Voter:
    if not code.strip():
        voter = await access_voter(viewer, row)
        await app[LIMITS].check("ballot", voter.id)
        return voter
    try:
        return await voter_of_code(app, row, code, address)
    except (NotFound, Gone) as refusal:
        # The round is there: it is the code that entitles to nothing.
        raise NotAllowed(refusal.message, fields=refusal.fields) from None
