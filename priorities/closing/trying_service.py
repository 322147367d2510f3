"""Sealing whatever is due, each vote by itself: what fails is counted, and tried more and more seldom."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import structlog

from foundation import metrics
from foundation.database import UNREACHABLE, atomic
from foundation.turns import take_turn
from priorities.closing import pauses_store, store
from priorities.writing import Change

log = structlog.get_logger("jobs")
_AT_ONCE: Final = 20
_FIRST, _LONGEST = timedelta(minutes=1), timedelta(minutes=10)


async def seal_all_due(seal: Callable[[str], Awaitable[None]]) -> None:
    """Have `seal` seal every vote (by the round’s id) that is over and is not put off."""
    due = {_mark(round_id): round_id for round_id in await store.unsealed(_AT_ONCE)}
    if not due:
        return
    waiting = await pauses_store.put_off_now(list(due))
    for mark, round_id in due.items():
        if mark not in waiting:
            await _try(seal, round_id)


async def in_its_turn(round_id: str, seal: Callable[[], Awaitable[Change[None]]]) -> Change[Exception | None]:
    """Inside a transaction: `seal`, while no other process is at this vote; with what went wrong, which is undone.

    Others who would count the same wait: it takes seconds, and hundreds of megabytes. They find it sealed, or put off:
    that is written down before their turn comes.
    """
    await take_turn(f"seal {round_id}")
    if await pauses_store.put_off_now([_mark(round_id)]):
        return Change(None)
    try:
        done = await atomic(seal)
    except UNREACHABLE:
        raise
    except Exception as failed:  # whatever it was: who has the turn next must not fail over it again
        await _put_off(round_id)
        return Change(failed)
    await pauses_store.forget([_mark(round_id)])
    return Change(None, rounds=done.rounds)


async def _try(seal: Callable[[str], Awaitable[None]], round_id: str) -> None:
    try:
        await seal(round_id)
    except UNREACHABLE:  # nothing is wrong with this vote, and nothing could be written down of it
        metrics.ticks.labels("seal_votes", "unreachable").inc()
        log.warning("database_unreachable", job="seal_votes", id=round_id)
    except Exception:  # one that can’t be sealed must not keep the others from it
        again = await _put_off(round_id)
        metrics.ticks.labels("seal_votes", "failed").inc()
        log.exception("seal_failed", round=round_id, again_after_minutes=round(again.total_seconds() / 60, 1))


async def _put_off(round_id: str) -> timedelta:
    return await pauses_store.put_off(_mark(round_id), _FIRST, _LONGEST)


def _mark(round_id: str) -> str:
    return f"seal_failed:{round_id}"
