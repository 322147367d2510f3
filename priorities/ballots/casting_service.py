"""Casting a ballot: by an account, a slip or a code, through this one door.

Three rows that nothing but the round’s key leads between: who has voted, what was chosen, and the receipt. No moment,
no entry in the audit and no line in the log is written of a ballot, and nobody’s screen hears of it.
"""

import secrets
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict
from foundation.keys import SETTINGS
from foundation.language import _
from priorities.ballots import store
from priorities.ballots.choices import Chosen, checked_choices
from priorities.ballots.hours import check_vote_is_open
from priorities.ballots.putting import Written, put_ballot
from priorities.ballots.receipts import new_receipt, receipt_of_form
from priorities.ballots.voters import How, Voter, ballot_mark, receipt_mark
from priorities.policy import no_round
from priorities.writing import Change, write

JSON = dict[str, Any]
_KEY_BYTES: Final = 32


async def cast(app: web.Application, voter: Voter, row: JSON, chosen: Chosen) -> str:
    """Cast a ballot in a round (its row), or another in its place; gives the receipt. Once given, it is committed.

    Whether the voter may vote was asked before. Raises Conflict (the vote is not open, or a ballot that was cast can’t
    be changed), Invalid (the choices).
    """
    check_vote_is_open(row, app[SETTINGS].time_zone)
    choices = checked_choices(row, await store.option_ids(row["id"]), chosen)

    async def work() -> Change[str]:
        return Change(await add_cast(app, voter, row["id"], choices))

    return await write(app, work)


async def add_cast(app: web.Application, voter: Voter, round_id: str, choices: str) -> str:
    """The same inside a transaction, with choices that `checked_choices` gave: for who writes something beside it.

    The round is held first, so that it is not moved on meanwhile: whatever is acknowledged is there to be counted.
    """
    held = await store.hold_vote(round_id)
    if held is None:
        raise no_round()
    check_vote_is_open(held, app[SETTINGS].time_zone)
    key = held["key"] or await store.add_key(round_id, secrets.token_hex(_KEY_BYTES))
    written = Written(
        round_id=round_id,
        ballot_mark=ballot_mark(key, voter.id),
        receipt_mark=receipt_mark(key, voter.id),
        tier=voter.tier,
        choices=choices,
        receipt=voter.receipt or _receipt(key, voter, choices),
    )
    today = clock.today_in(app[SETTINGS].time_zone)
    if not await put_ballot(written, voter, today):
        raise await _unchangeable(round_id, voter)
    return written.receipt


def _receipt(key: str, voter: Voter, choices: str) -> str:
    return receipt_of_form(key, voter.id, voter.form, choices) if voter.form else new_receipt()


async def _unchangeable(round_id: str, voter: Voter) -> Conflict:
    """They voted, but no ballot has their mark: it came otherwise, or under a key that is gone.

    Or they did not vote: their letter’s code was made void between being looked up and being used.
    """
    if voter.how == How.CODE and not await store.is_code_used(round_id, voter.code_hash):
        return Conflict(_("This code does not count any more. Ask your neighbourhood’s officers for another."))
    how = await store.how_voted(round_id, voter.id)
    if how == How.SLIP:
        return Conflict(_("You were given a paper ballot in this round. Vote with that one."))
    if how == How.CODE and voter.how == How.ACCOUNT:
        return Conflict(_("A code to vote with was sent to you in this round. Vote with that one, on this page."))
    return Conflict(
        _(
            "Your ballot was cast, and it counts. It can’t be changed any more, because the service was restored from a"
            " backup since: what leads to your ballot is not in backups, so that they tell nobody what you chose."
        )
    )
