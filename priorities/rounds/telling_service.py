"""Telling followers by the clock: proposals can be made, the vote is open, it closes soon, the result is there.

Each of them is told once, however many processes tick and wherever one of them stopped: by the key of the notice. They
are told some at a time, in transactions that hold nothing of the round, so that nobody’s ballot waits for them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from aiohttp import web

from foundation import clock
from neighbourhoods.atlas import current_atlas
from priorities.round_rows import JSON
from priorities.rounds import followers_store, sentences, told_store
from priorities.rounds.following_service import tell_some
from priorities.rounds.one_by_one import by_itself
from priorities.writing import Change, write

SOON: Final = timedelta(days=2)
"""How long before a vote closes its followers are reminded: all of them. Who was not would have voted before then."""
_AT_ONCE: Final = 250


@dataclass(frozen=True)
class _News:
    """`what` is the same for as long as it is the same news."""

    what: str
    sentence: Callable[[], str]
    path: str


async def tell_of_rounds(app: web.Application) -> None:
    """Tell everything that followers have not been told yet."""
    places = (await current_atlas()).places
    rows = await told_store.rounds_with_news(clock.now())
    told = await told_store.told_of([row["id"] for row in rows])
    for row in rows:
        place = places.get(row["neighbourhood_id"])
        news = _news_of(app, row, place.shown_name) if place else None
        if news and (row["id"], news.what) not in told:
            await by_itself("tell_of_rounds", row["id"], _tell(app, row, news))


async def _tell(app: web.Application, row: JSON, news: _News) -> None:
    people = await followers_store.followers_of(row["neighbourhood_id"])
    wanted = sorted(set(people))
    for first in range(0, len(wanted), _AT_ONCE):
        await write(app, partial(_tell_some, row, news, wanted[first : first + _AT_ONCE]))
    await told_store.add_told(row["id"], news.what)


async def _tell_some(row: JSON, news: _News, people: Sequence[str]) -> Change[None]:
    return Change(None, tell=await tell_some(people, row, news.sentence, key=news.what, path=news.path))


def _news_of(app: web.Application, row: JSON, place: str) -> _News:
    """What is the latest of a round."""
    path = f"/rounds/{row['id']}"
    if row["closed_at"] is not None:
        return _News("result", partial(sentences.result_is_there, place), f"{path}/results")
    if row["phase"] == "gather":
        return _News("begun", partial(sentences.begun, app, row, place), path)
    if row["agree_at"] - SOON > clock.now() or row["agree_at"] - row["vote_at"] <= SOON:
        return _News("vote", partial(sentences.vote_opened, app, row, place), f"{path}/vote")
    # Lengthened, it closes at another time: that is news again.
    what = f"closes.{row['agree_at']:%Y%m%d%H%M}"
    return _News(what, partial(sentences.vote_closes, app, row, place), f"{path}/vote")
