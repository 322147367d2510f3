"""Digests that leave at the moment at which something more is told: whoever is told has one due, or is in this one."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from foundation import clock
from foundation.database import atomic
from foundation.settings import Settings
from notices.digests import store
from notices.digests.models import DigestDue
from tests.cast import Cast
from tests.running.waiting import waits


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_a_digest_that_is_due_is_not_taken_while_more_is_told(database: Settings, cast: Cast):
    """Else it would leave without that, and nothing would be due any more. On SQLite one writes at a time."""
    first, last = sorted((cast.rosa.id, cast.amir.id))
    now, happened, sent, go_on = clock.now(), list[str](), asyncio.Event(), asyncio.Event()
    await atomic(partial(store.add_due, {first: now, last: now}))

    async def send_last() -> None:
        assert await store.claim_digest(last, now)
        happened.append("last")
        sent.set()
        await go_on.wait()

    async def tell() -> None:
        await store.add_due({last: now, first: now})
        happened.append("told")

    async def send_first() -> None:
        assert await store.claim_digest(first, now)
        happened.append("first")

    sending = [asyncio.create_task(atomic(send_last))]
    await sent.wait()
    telling = asyncio.create_task(atomic(tell))
    assert await waits(telling)
    sending.append(asyncio.create_task(atomic(send_first)))
    await waits(sending[1], 2)
    go_on.set()
    await asyncio.gather(telling, *sending)
    assert happened == ["last", "told", "first"]
    assert [row.id for row in await DigestDue.all()] == [last]


async def test_one_that_waits_keeps_its_time(database: Settings, cast: Cast):
    """And a moment is kept as the model keeps it, on both databases."""
    early = clock.now()
    late = early + timedelta(hours=1)
    await DigestDue.create(id=cast.rosa.id, due_at=early)
    await atomic(partial(store.add_due, {cast.rosa.id: late, cast.amir.id: late}))
    await atomic(partial(store.add_due, {}))
    kept = await DigestDue.all().values_list("id", "due_at")
    assert dict(kept) == {cast.rosa.id: early, cast.amir.id: late}
    assert await store.due_digests(early, 10) == [cast.rosa.id]
    assert await store.due_digests(late, 10) == [cast.rosa.id, cast.amir.id]
    assert not await store.claim_digest(cast.amir.id, early)
    assert await store.claim_digest(cast.amir.id, late)
