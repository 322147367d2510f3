"""A vote that the service slept through: the time that was lost is given back, so that people can vote at all."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from priorities.round_rows import JSON
from priorities.rounds import dates_store, sentences
from priorities.rounds.following_service import tell_followers
from priorities.rounds.local_times import from_the_wall, on_the_wall
from priorities.rounds.place_names import place_name_of
from priorities.rounds.plans import DATES
from priorities.writing import Tell

_AFTER_THE_OPENING: Final = DATES[DATES.index("agree_at") :]
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


async def give_lost_time_back(app: web.Application, row: JSON) -> list[Tell]:
    """Inside the transaction that moves a round (its row) to the vote: where half of that is over already, its close
    and what follows come later by the time that was lost. Everybody reads that, and who follows is told."""
    lost = clock.now() - row["vote_at"]
    if 2 * lost < row["agree_at"] - row["vote_at"]:
        return []
    moves = _later(row, lost, app[SETTINGS].time_zone)
    await dates_store.set_dates(row["id"], moves)
    await dates_store.add_moves(Viewer(), row, moves, "")
    await add_entry(
        act="round.move", actor=Viewer(), subject_type="round", subject_id=row["id"], reason="The service was away.",
        details={name: moment.isoformat() for name, moment in moves.items()},
    )  # fmt: skip
    said = partial(sentences.vote_came_late, app, row | moves, await place_name_of(row))
    return await tell_followers(row, said, key="late")


def _later(row: JSON, lost: timedelta, zone: ZoneInfo) -> dict[str, datetime]:
    """A day or more is whole days on the clock of that zone: a vote that closes at nine closes at nine then, too."""
    step = _DAY if lost >= _DAY else _MINUTE
    by = -(-lost // step) * step
    return {name: from_the_wall(on_the_wall(row[name], zone) + by, zone) for name in _AFTER_THE_OPENING}
