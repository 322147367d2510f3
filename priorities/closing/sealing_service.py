"""Sealing a vote: counted, written anew without a way back to its voters, signed, and published. Once.

The mover took the round out of its vote before, so nothing is cast any more. What is counted before the round is locked
is looked at again then. Whoever is stopped in the middle has done nothing: the next tick begins again.
"""

import asyncio
from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import dialect
from foundation.errors import Conflict
from foundation.ids import new_id
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from priorities.ballots.discarding_service import discard_vote
from priorities.ballots.ladder import tiers_that_vote
from priorities.closing import rewriting_store, store
from priorities.closing.clearing import overwrite_what_is_deleted
from priorities.closing.clearing_service import clear_what_was_rewritten
from priorities.closing.counting import Cast, Sealed, sealed
from priorities.closing.days import day_cells, silent_cells
from priorities.closing.models import Close, Silent
from priorities.closing.signing import Signer
from priorities.closing.trying_service import in_its_turn, seal_all_due
from priorities.models import Phase
from priorities.phases import vote_is_over
from priorities.round_rows import find_round, lock_round
from priorities.writing import Change, write

JSON = dict[str, Any]
_AT_ONCE = 20


async def seal_votes(app: web.Application) -> None:
    """Seal every vote that is over, throw away what was cast in cancelled rounds, and clear what either left behind."""
    await seal_all_due(partial(seal_vote, app))
    for round_id in await store.kept_in_vain(_AT_ONCE):
        await overwrite_what_is_deleted()
        await write(app, partial(_discard, app, round_id))
    await clear_what_was_rewritten()


async def seal_vote(app: web.Application, round_id: str) -> None:
    """Seal one vote; nothing where it was, or is put off. Raises what went wrong, as Conflict where what was counted is
    not what is there."""
    signer = Signer(app[SETTINGS].secret_key)
    if dialect() == "postgres":
        seal = partial(_count_and_seal, round_id, signer)
    # A transaction that counts would keep everybody waiting here, and no other process is there to count the same.
    elif counted := await _counted(round_id, signer):
        await overwrite_what_is_deleted()
        seal = partial(_seal, *counted)
    else:
        return
    if failed := await write(app, partial(in_its_turn, round_id, seal)):
        raise failed


async def _count_and_seal(round_id: str, signer: Signer) -> Change[None]:
    counted = await _counted(round_id, signer)
    return await _seal(*counted) if counted else Change(None)


async def _counted(round_id: str, signer: Signer) -> tuple[JSON, Sealed] | None:
    """The round’s row as it will be, and its close; nobody waits for it but who seals. None where it was sealed."""
    row = await find_round(round_id)
    if row is None or not vote_is_over(row) or row["closed_at"]:
        return None
    cast = Cast(
        row=row,
        options=await store.options_as_they_stand(round_id),
        ballots=await store.ballots_of(round_id),
        receipts=await store.receipts_of(round_id),
    )
    at = clock.now()
    return row | {"closed_at": at}, await asyncio.to_thread(sealed, cast, at, signer)


async def _seal(row: JSON, done: Sealed) -> Change[None]:
    round_id = row["id"]
    locked = await lock_round(round_id)
    if locked is None or locked["closed_at"] or not vote_is_over(locked):
        return Change(None)
    if await store.how_many(round_id) != (len(done.ballots), len(done.ballots)):
        raise Conflict("Ballots and receipts are not as many as were counted.")
    days = day_cells(await store.voted_by_day(round_id))
    silent = silent_cells(await store.turnout_by_age(round_id, row["neighbourhood_id"], tiers_that_vote(row)))
    await rewriting_store.rewrite_ballots(round_id, done.ballots)
    await rewriting_store.rewrite_receipts(round_id, done.receipts)
    await rewriting_store.rewrite_voted(round_id)
    await rewriting_store.rewrite_opinions(round_id)
    await rewriting_store.forget_slips(round_id)
    await rewriting_store.remove_key(round_id)
    await _publish(row, done, days)
    await Silent.bulk_create(Silent(id=new_id(), round_id=round_id, kind="age", **cell) for cell in silent)
    await rewriting_store.set_closed(round_id, row["closed_at"])
    return Change(None, rounds=[round_id])


async def _publish(row: JSON, done: Sealed, days: list[JSON]) -> None:
    await Close.create(
        id=row["id"],
        file=done.file,
        sha256=done.sha256,
        ballots=len(done.ballots),
        root=done.root,
        statement=done.statement,
        signature=done.signature,
        result=done.result,
        days=days,
        at=row["closed_at"],
    )
    await add_entry(
        act="round.close",
        actor=Viewer(),
        subject_type="round",
        subject_id=row["id"],
        details={"ballots": len(done.ballots), "sha256": done.sha256, "root": done.root, "seed": row["seed"]},
    )


async def _discard(app: web.Application, round_id: str) -> Change[None]:
    locked = await lock_round(round_id)
    if locked and locked["phase"] == Phase.CANCELLED:
        await discard_vote(app, locked)
    return Change(None)
