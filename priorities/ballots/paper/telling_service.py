"""Telling people that a slip was given out in their name: an officer can do that without their knowing.

The day after, all of a day at once: with a moment of its own for each, notices in their order would stand beside slips
in theirs, and tell who was given which.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from aiohttp import web

from foundation import clock
from foundation.keys import SETTINGS
from foundation.language import _, current
from foundation.pages import short_day
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.ballots.paper import holders_store
from priorities.round_rows import JSON
from priorities.rounds import told_store
from priorities.rounds.one_by_one import by_itself
from priorities.rounds.place_names import place_name_of
from priorities.writing import Change, write

_AFTER: Final = timedelta(days=3)
"""How long after the close: slips of the last day are told of then."""


async def tell_of_slips(app: web.Application) -> None:
    """Tell everybody with an account who was given a slip before today, once of each."""
    today = clock.today_in(app[SETTINGS].time_zone)
    rows = await holders_store.rounds_with_paper(clock.now() - _AFTER)
    what = f"slips.{today:%Y%m%d}"
    told = await told_store.told_of([row["id"] for row in rows])
    for row in rows:
        if (row["id"], what) not in told:
            await by_itself("tell_of_slips", row["id"], _tell(app, row, today, what))


async def _tell(app: web.Application, row: JSON, today: date, what: str) -> None:
    for day, people in (await holders_store.holders_before(row["id"], today)).items():
        await write(app, partial(_tell_some, row, day, people))
    await told_store.add_told(row["id"], what)


async def _tell_some(row: JSON, day: date, people: Sequence[str]) -> Change[None]:
    # With its day: who brought one back may be given another, or somebody else in their name.
    key = f"slip.{row['id']}.{day:%Y%m%d}"
    said = partial(_sentence, await place_name_of(row), day)
    told = await notify_all(people, NoticeKind.PAPER_BALLOT, said, f"/rounds/{row['id']}", key=key)
    return Change(None, tell=[all_noticed(told)])


def _sentence(place: str, day: date) -> str:
    """Without the round’s title, as all that people are told of one (`priorities.rounds.sentences`)."""
    return _(
        "A paper ballot for the priorities of %(place)s was given out in your name on %(day)s. If you did not get it,"
        " tell an officer of your neighbourhood, or the administrators of their force.",
        place=place, day=short_day(day, current()),
    )  # fmt: skip
