"""A conversation that nobody ends is ended, once, however many processes look for it."""

import asyncio
from datetime import timedelta

from foundation import clock
from rooms.booth.service import close_forgotten
from rooms.models import LogEntry
from tests.cast import Cast
from tests.rooms.booth.conftest import Talk, begin


async def test_two_processes_end_what_was_forgotten_and_neither_stumbles(talk: Talk, cast: Cast):
    other = await begin(await talk.surgery.beside(), cast.amir, cast.ada)
    clock.move(timedelta(days=2))
    await asyncio.gather(*(close_forgotten(talk.house.app) for _process in range(3)))
    for each in (talk, other):
        ended = await LogEntry.filter(room_id=each.id, kind="booth_closed").count()
        assert ended == 1
