"""Sealing whatever is due, each vote by itself: what fails is counted, and tried more and more seldom."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import structlog

from foundation import metrics
from foundation.database import UNREACHABLE
from priorities.closing import pauses_store, store

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
            await _try(seal, mark, round_id)


async def _try(seal: Callable[[str], Awaitable[None]], mark: str, round_id: str) -> None:
    try:
        await seal(round_id)
    except UNREACHABLE:  # nothing is wrong with this vote, and nothing could be written down of it
        metrics.ticks.labels("seal_votes", "unreachable").inc()
        log.warning("database_unreachable", job="seal_votes", id=round_id)
    except Exception:  # one that can’t be sealed must not keep the others from it
        again = await pauses_store.put_off(mark, _FIRST, _LONGEST)
        metrics.ticks.labels("seal_votes", "failed").inc()
        log.exception("seal_failed", round=round_id, again_after_minutes=again.total_seconds() / 60)
    else:
        await pauses_store.forget([mark])


def _mark(round_id: str) -> str:
    return f"seal_failed:{round_id}"
