"""Writing a ballot with its receipt: in one statement on PostgreSQL, where hundreds are cast at once and each statement
is a way there and back."""

from dataclasses import dataclass
from datetime import date

from foundation.database import dialect
from foundation.ids import random_id
from foundation.queries import Query
from priorities.ballots import store
from priorities.ballots.voters import How, Voter


@dataclass(frozen=True)
class Written:
    """A ballot as it is written, under its two marks."""

    round_id: str
    ballot_mark: str
    receipt_mark: str
    tier: str
    choices: str
    receipt: str


_ADD_BALLOT = Query("INSERT INTO priority_ballot (id, round_id, mark, tier, choices) VALUES (?, ?, ?, ?, ?)")
_ADD_RECEIPT = Query("INSERT INTO priority_receipt (id, round_id, mark, receipt) VALUES (?, ?, ?, ?)")
_SET_BALLOT = Query("UPDATE priority_ballot SET tier = ?, choices = ? WHERE round_id = ? AND mark = ? RETURNING id")
_SET_RECEIPT = Query("UPDATE priority_receipt SET receipt = ? WHERE round_id = ? AND mark = ? RETURNING id")
_PUT = """
    , added AS (
        INSERT INTO priority_ballot (id, round_id, mark, tier, choices) SELECT ?, ?, ?, ?, ? FROM first
    ), receipt_added AS (
        INSERT INTO priority_receipt (id, round_id, mark, receipt) SELECT ?, ?, ?, ? FROM first
    ), changed AS (
        UPDATE priority_ballot SET tier = ?, choices = ? WHERE round_id = ? AND mark = ? RETURNING id
    ), receipt_changed AS (
        UPDATE priority_receipt SET receipt = ? WHERE round_id = ? AND mark = ? RETURNING id
    )
    SELECT (SELECT count(*) FROM first) AS first, (SELECT count(*) FROM changed) AS ballots,
        (SELECT count(*) FROM receipt_changed) AS receipts
    """
_PUT_BY_ACCOUNT = Query("WITH first AS (", store.ADD_VOTED, ")", _PUT)
_PUT_BY_CODE = Query("WITH first AS (", store.USE_CODE, ")", _PUT)


async def put_ballot(new: Written, voter: Voter, day: date) -> bool:
    """Add a ballot and write down that its voter has voted, or put it in the place of the one that they cast before.

    False where they have voted, and nothing has the marks of this ballot: what was written then must be rolled back.
    """
    if dialect() == "postgres" and voter.how != How.SLIP:
        # Who votes twice at once waits in it for themselves. It sees nothing of what the first wrote: look once more.
        return await _put_at_once(new, voter, day) or await _change(new)
    if not await _is_first(new.round_id, voter, day):
        return await _change(new)
    await _ADD_BALLOT.rows(*_added(new))
    await _ADD_RECEIPT.rows(*_receipt_added(new))
    return True


async def _put_at_once(new: Written, voter: Voter, day: date) -> bool:
    first: tuple[object, ...] = (new.round_id, voter.code_hash)
    if by_account := voter.how == How.ACCOUNT:
        first = random_id(), new.round_id, voter.id, voter.how, day
    put = _PUT_BY_ACCOUNT if by_account else _PUT_BY_CODE
    values = (*first, *_added(new), *_receipt_added(new), *_changed(new), *_receipt_changed(new))
    [done] = await put.rows(*values)
    return bool(done["first"] or (done["ballots"] and done["receipts"]))


async def _is_first(round_id: str, voter: Voter, day: date) -> bool:
    if voter.how == How.ACCOUNT:
        return await store.add_voted(round_id, voter.id, voter.how, day)
    if voter.how == How.CODE:
        return await store.use_code(round_id, voter.code_hash)
    return True  # a slip is counted once, by its own state, and can’t be changed


async def _change(new: Written) -> bool:
    return bool(await _SET_BALLOT.rows(*_changed(new)) and await _SET_RECEIPT.rows(*_receipt_changed(new)))


def _added(new: Written) -> tuple[str, ...]:
    return random_id(), new.round_id, new.ballot_mark, new.tier, new.choices


def _receipt_added(new: Written) -> tuple[str, ...]:
    return random_id(), new.round_id, new.receipt_mark, new.receipt


def _changed(new: Written) -> tuple[str, ...]:
    return new.tier, new.choices, new.round_id, new.ballot_mark


def _receipt_changed(new: Written) -> tuple[str, ...]:
    return new.receipt, new.round_id, new.receipt_mark
