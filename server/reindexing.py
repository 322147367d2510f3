"""`bluelamp reindex`: makes what can be found anew, some topics or one surgery at a time, while people go on."""

import sys
from collections.abc import Awaitable, Callable

import click

import forums.finding_anew
import priorities.acting.finding
import priorities.proposals.finding
import rooms.finding
from foundation import database
from foundation.search.index import refresh
from foundation.settings import Settings
from server.models import MODELS

Step = Callable[[str], Awaitable[tuple[int, str]]]


async def reindex(settings: Settings) -> int:
    """Put all that may be found into the index again, take out what is gone; gives the exit status."""
    await database.connect(settings, MODELS)
    try:
        topics = await _through(forums.finding_anew.found_again, "topics")
        surgeries = await _through(rooms.finding.found_again, "surgeries")
        proposals = await _through(priorities.proposals.finding.found_again, "proposals")
        agreed = await _through(priorities.acting.finding.found_again, "priorities")
        await database.atomic(forums.finding_anew.forget_what_is_gone)
        await database.atomic(priorities.acting.finding.forget_what_is_gone)
        await database.atomic(priorities.proposals.finding.forget_what_is_gone)
        await database.atomic(rooms.finding.forget_what_is_gone)
        await refresh()
    finally:
        await database.close()
    made = f"{topics:,} topics with their replies, {surgeries:,} surgeries, {proposals:,} proposals"
    click.echo(f"What can be found was made anew: {made}, {agreed:,} priorities.")
    return 0


async def _through(step: Step, what: str) -> int:
    done, last, some = 0, "", 1
    while some:
        some, last = await _once(step, last)
        done += some
        if sys.stderr.isatty():
            click.echo(f"\r{done:,} {what}", nl=not some, err=True)
    return done


async def _once(step: Step, last: str) -> tuple[int, str]:
    return await database.atomic(lambda: step(last))
