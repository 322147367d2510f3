"""The clock that a block moves is that of its own task."""

import asyncio
from datetime import UTC, datetime, timedelta

from foundation import clock

DAY = timedelta(days=1)


def days_away() -> int:
    return round((clock.now() - datetime.now(UTC)) / DAY)


async def test_who_is_served_meanwhile_has_the_time_that_it_is() -> None:
    inside, seen = asyncio.Event(), asyncio.Event()

    async def served() -> int:
        await inside.wait()
        found = days_away()
        seen.set()
        return found

    other = asyncio.create_task(served())
    with clock.elsewhen(-20 * DAY):
        inside.set()
        await seen.wait()
        assert days_away() == -20
        with clock.elsewhen(5 * DAY):
            assert await asyncio.create_task(asyncio.to_thread(days_away)) == -15
        assert days_away() == -20
    assert (await other, days_away()) == (0, 0)


async def test_a_clock_that_a_test_moves_is_moved_for_all_and_adds_up() -> None:
    with clock.elsewhen(-DAY):
        clock.move(3 * DAY)
        assert days_away() == 2
    assert days_away() == 3
    assert await asyncio.create_task(asyncio.to_thread(days_away)) == 3
