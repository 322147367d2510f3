"""Clearing the old pages of votes that were sealed or thrown away: again and again until it is done."""

from datetime import timedelta
from typing import Final

import structlog

from priorities.closing import pauses_store, rewriting_store
from priorities.closing.clearing import clear_old_pages

log = structlog.get_logger("jobs")
_FIRST, _LONGEST = timedelta(minutes=1), timedelta(hours=1)
_PUT_OFF: Final = "clearing_put_off"


async def clear_what_was_rewritten() -> None:
    """Nothing where nothing waits. Who reads is looked for each second. What fails, as on a full disk, takes the whole
    database and is tried more and more seldom: after one, two, four minutes, and so on up to an hour.
    """
    waiting = await rewriting_store.uncleared()
    if not waiting or await pauses_store.put_off_now([_PUT_OFF]):
        return
    try:
        cleared = await clear_old_pages(list(waiting.values()))
    except Exception:  # whatever it was: votes are sealed all the same
        again = await pauses_store.put_off(_PUT_OFF, _FIRST, _LONGEST)
        log.exception("clearing_failed", rounds=len(waiting), again_after_minutes=round(again.total_seconds() / 60, 1))
        return
    if cleared:
        await rewriting_store.set_cleared(list(waiting))
        await pauses_store.forget([_PUT_OFF])
