"""Everybody does everything at once, at two processes of one database: the rows contradict each other in nothing."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from forums.models import PostState, Reply
from foundation.settings import Settings
from tests.cast import Cast
from tests.forums.invariants import check_forums
from tests.forums.races.storm import Storm
from tests.running.server_process import running_server

pytestmark = pytest.mark.redis


@pytest.fixture
async def storm(
    database: Settings, cast: Cast, redis_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Storm]:
    more = {"BLUELAMP_REDIS_URL": redis_url, "BLUELAMP_LIMITS": "off"}
    with (
        running_server(settings=database, folder=tmp_path, **more) as one,
        running_server(settings=database, folder=tmp_path, **more) as other,
    ):
        made = Storm([one, other], cast, random.Random(request.node.name))
        await made.begin(3)
        yield made
        await made.close()


async def check(storm: Storm) -> None:
    assert storm.failed == [], storm.counts
    await check_forums()
    stand = {row["id"] for row in await Reply.filter(id__in=storm.said).values("id")}
    assert stand == set(storm.said), "an acknowledged reply stands"
    shown = Reply.filter(id__in=storm.said, state=PostState.PUBLISHED)
    assert await shown.filter(number=None).count() == 0


async def test_many_replies_at_once_are_numbered_without_gaps(storm: Storm) -> None:
    await storm.blow_replies(40, together=16)
    await check(storm)
    assert len(storm.said) == 9 + 40, storm.counts


async def test_everything_at_once_contradicts_nothing(storm: Storm) -> None:
    await storm.blow(120, together=12)
    await check(storm)
