"""Saying what one thinks of a statement: agree, disagree or pass. As secret as a ballot, and it can be changed."""

from functools import partial

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots.hours import check_vote_is_open
from priorities.ballots.voters import opinion_mark
from priorities.opinions import store
from priorities.opinions.policy import access_statement, check_may_give, no_statement
from priorities.opinions.words import OPINIONS
from priorities.round_rows import JSON, hold_round
from priorities.writing import Change, write

_NO_STATEMENT = ""
"""What an opinion is about that only vouches for the key that all others stand under."""
_KEY = "key"


async def give_opinion(app: web.Application, viewer: Viewer, statement_id: str, opinion: str) -> str:
    """Give one, in the place of what one said before: `agree`, `disagree` or `pass`. Gives the id of the round.

    While the vote is open. Raises NotFound, NotSignedIn, NotAllowed, Conflict, Invalid, TooFast.
    """
    row, _statement = await access_statement(viewer, statement_id)
    check_may_give(viewer, row)
    if opinion not in OPINIONS:
        raise Invalid.at("opinion", _("Say whether you agree, disagree or pass."))
    check_vote_is_open(row, app[SETTINGS].time_zone)
    await app[LIMITS].check("opinion", str(viewer.id))
    await write(app, partial(_give, app, viewer, row["id"], statement_id, OPINIONS[opinion]))
    return str(row["id"])


async def _give(app: web.Application, viewer: Viewer, round_id: str, statement_id: str, opinion: int) -> Change[None]:
    """The round is held, so that it is not moved on meanwhile. Nobody hears of it: an opinion has no moment."""
    row = await hold_round(round_id)
    if row is None:
        raise no_statement()
    check_vote_is_open(row, app[SETTINGS].time_zone)
    key = await _key(row)
    await store.set_opinion(round_id, statement_id, opinion_mark(key, str(viewer.id)), opinion)
    return Change(None)


async def _key(row: JSON) -> str:
    """The round’s key. After a restore it is another one: who gave opinions before would count twice under it."""
    key = await store.key_of(row["id"])
    if key is None or not await _is_first_key(row["id"], key):
        raise Conflict(
            _(
                "The service was restored from a backup, and what leads to your opinions is not in backups. Those that"
                " were given count; no more can be given in this round."
            )
        )
    return key


async def _is_first_key(round_id: str, key: str) -> bool:
    vouching = opinion_mark(key, _KEY)
    if await store.opinions_of(round_id, vouching):
        return True
    if await store.has_opinions(round_id):
        return False
    await store.set_opinion(round_id, _NO_STATEMENT, vouching, 0)
    return True


async def own_opinions(viewer: Viewer, round_id: str) -> dict[str, int]:
    """What somebody said, by the ids of statements; nothing once the vote is closed, when nobody can know it."""
    key = await store.key_of(round_id) if viewer.id else None
    return await store.opinions_of(round_id, opinion_mark(key, str(viewer.id))) if key else {}
