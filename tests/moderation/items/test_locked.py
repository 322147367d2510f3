"""Items that a transaction looks at are decided by nobody else until its end."""

import asyncio

import pytest

from foundation.database import atomic
from moderation.items import store
from moderation.items.models import ReviewItem
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def talk(house: House, cast: Cast) -> Talk:
    return Talk(house, cast)


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_whoever_changes_an_item_waits_for_who_looks_at_it(talk: Talk, cast: Cast) -> None:
    """On SQLite one writes at a time."""
    topic = await talk.topic(cast.rosa)
    await talk.flag(cast.amir, "topic", topic.topic_id)
    found, go_on = asyncio.Event(), asyncio.Event()

    async def look() -> None:
        [item] = await store.open_items("topic", [str(topic.topic_id)])
        assert item["target_id"] == topic.topic_id
        found.set()
        await go_on.wait()

    looking = asyncio.create_task(atomic(look))
    await found.wait()

    async def change() -> None:
        await ReviewItem.filter(target_id=topic.topic_id).update(weight=1)

    changing = asyncio.create_task(atomic(change))
    await asyncio.sleep(0.2)
    waited = not changing.done()
    go_on.set()
    await asyncio.gather(looking, changing)
    assert waited
