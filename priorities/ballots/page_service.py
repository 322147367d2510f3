"""The page of the ballot: what one can choose, in one’s own order, and whether one may."""

from typing import Any
from uuid import uuid4

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotSignedIn
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from foundation.text import stored_html
from priorities.ballots import store
from priorities.ballots.hours import check_vote_is_open
from priorities.ballots.order import in_own_order
from priorities.ballots.policy import access_voter
from priorities.methods import POINTS
from priorities.models import Phase
from priorities.option_rows import options_with_words
from priorities.phases import vote_is_over
from priorities.policy import access_round
from priorities.round_rows import closes_at, opens_at
from priorities.rounds.heads import round_head

JSON = dict[str, Any]
_SHOWN = ("id", "method", "pick", "places", "advice", "quorum", "seed_hash", "closed_at")


async def access_ballot(viewer: Viewer, round_id: str) -> JSON:
    """The row of a round, to read its ballot’s form by. Raises NotFound."""
    return await access_round(viewer, round_id)


async def ballot_page(app: web.Application, viewer: Viewer, round_id: str, typed: JSON | None = None) -> JSON:
    """What priorities/ballots/vote.html shows. Raises NotFound. `typed`: what was filled in, to be given back."""
    row = await access_round(viewer, round_id)
    closed = _closed(app, row)
    code = typed["code"] if typed else ""
    return {
        "head": await round_head(viewer, row),
        "round": {name: row[name] for name in _SHOWN},
        "opens_at": opens_at(row),
        "closes_at": closes_at(row),
        "over": vote_is_over(row),
        "cancelled_reason": row["cancelled_reason"],
        "early": row["phase"] != Phase.CANCELLED and clock.now() < opens_at(row),
        "closed": closed,
        "spread": POINTS,
        "client_id": str(uuid4()),
        "typed": typed or {"choices": {}, "points": {}, "places": {}, "code": ""},
        "options": await _options(row, code or viewer.id or ""),
        **(await _standing(viewer, row) if not closed else {}),
    }


async def voted_page(viewer: Viewer, row: JSON) -> JSON:
    """What priorities/ballots/voted.html shows of a round (its row), but for the receipt."""
    return {"head": await round_head(viewer, row), "round": {"id": row["id"]}, "closes_at": closes_at(row)}


def _closed(app: web.Application, row: JSON) -> str:
    """Why nobody votes now, or nothing."""
    try:
        check_vote_is_open(row, app[SETTINGS].time_zone)
    except Conflict as refusal:
        return refusal.message
    return ""


async def _options(row: JSON, seat: str) -> list[JSON]:
    """In the order of who sits there; the words of what was taken down are shown to nobody."""
    shown = [
        {"id": each["id"], "hidden": True}
        if each["taken_down"]
        else {"id": each["id"], "hidden": False, "title": each["title"], "html": stored_html(each["html"])}
        for each in await options_with_words(row["id"])
    ]
    return in_own_order(row["id"], seat, shown)


async def _standing(viewer: Viewer, row: JSON) -> JSON:
    """`may`: they vote by their account; else `why` not. `voted`: by what they did, or are to, or None."""
    try:
        voter = await access_voter(viewer, row)
    except (NotSignedIn, NotAllowed) as refusal:
        return {"may": False, "why": refusal.message, "voted": None}
    return {"may": True, "why": "", "voted": await store.how_voted(row["id"], voter.id)}
