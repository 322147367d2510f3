"""Filling an empty database with forums: from a seed, a chunk of topics at a time, with what is done shown."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bench.forums.copying import Copier, copying
from bench.forums.following import READING, WATCH, add_following
from bench.forums.people import add_crowd
from bench.forums.places import Place, add_places
from bench.forums.plan import YEARS, Planned, planned
from bench.forums.rows import REPLY, SEARCHED, TOPIC, Chunk, Writer
from bench.forums.sentences import Sentences
from bench.forums.sizes import ForumSize
from bench.progress import say
from foundation import clock, database
from foundation.settings import Settings
from server.migrate import migrate
from server.models import MODELS

_SEED = 1829
_AT_ONCE = 2_000
"""Topics whose rows are in memory together."""
_SAID_EVERY = 10
_ORDERED_AFTER = (TOPIC, REPLY, SEARCHED, READING, WATCH)


@dataclass(frozen=True)
class Filled:
    """What the loads ask for. `topics` are ids of ordinary ones of the first place; `took` is in seconds.

    `officer` is the token of the officer who serves there.
    """

    place: Place
    longest: str
    topics: list[str]
    tokens: dict[str, str]
    officer: str
    took: float


async def fill_forums(settings: Settings, size: ForumSize) -> Filled:
    """Migrate the empty database of these settings and fill it. The same size gives the same forums."""
    began = time.perf_counter()
    await migrate(settings)
    await database.connect(settings, MODELS)
    try:
        places = await add_places(size.neighbourhoods)
    finally:
        await database.close()
    async with copying(settings, [each.table for each in _ORDERED_AFTER]) as into:
        now = clock.now()
        crowd = await add_crowd(into, places, size.people, now - YEARS)
        writer = Writer(places, crowd, Sentences(_SEED))
        await _write(into, writer, size, planned(size, _SEED, now))
        say("Who has read what")
        await add_following(into, writer, size, _SEED)
        say("Ordering it all")
    own = writer.ids[:: size.neighbourhoods]
    return Filled(places[0], own[0], own[1:], crowd.tokens, crowd.officer, time.perf_counter() - began)


async def _write(into: Copier, writer: Writer, size: ForumSize, plans: Iterator[Planned]) -> None:
    chunks = 0
    while some := list(islice(plans, _AT_ONCE)):
        chunk = Chunk()
        for plan in some:
            writer.add(plan, chunk)
        await into.copy(TOPIC, chunk.topics)
        await into.copy(REPLY, chunk.replies)
        await into.copy(SEARCHED, chunk.searched)
        chunks += 1
        if chunks % _SAID_EVERY == 0 or len(writer.ids) == size.topics:
            say(f"Filled {len(writer.ids):,} of {size.topics:,} topics")
