"""A search that PostgreSQL ends because it takes too long is refused as what can be tried again, and not as a fault."""

import asyncio

import pytest

from foundation.database import atomic
from foundation.queries import Query
from foundation.search import in_postgres
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House


@pytest.fixture(params=[pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    """SQLite sets no such limit."""
    return str(request.param)


@pytest.mark.parametrize("path", ["/search?q=lamp", "/api/v1/search?q=lamp"])
async def test_a_search_that_takes_too_long_may_be_tried_again(
    house: House, cast: Cast, talk: Talk, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    await talk.topic(cast.rosa)
    held, done = asyncio.Event(), asyncio.Event()

    async def keep_searches_waiting() -> None:
        await Query("LOCK TABLE search_entry IN ACCESS EXCLUSIVE MODE").rows()
        held.set()
        await done.wait()

    keeping = asyncio.ensure_future(atomic(keep_searches_waiting))
    try:
        await held.wait()
        with monkeypatch.context() as patch:
            patch.setattr(in_postgres, "_MILLISECONDS", 50)
            slow = await house.page(path)
    finally:
        done.set()
        await keeping
    assert slow.status == 503, slow.text
    assert "The service can’t do this right now. Please try again in a minute." in slow.text
    assert (await house.page(path)).status == 200
