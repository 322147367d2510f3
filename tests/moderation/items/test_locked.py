"""Items that a transaction looks at are decided by nobody else until its end."""

import asyncio
import contextvars

import pytest

from foundation.database import atomic
from moderation.items import store
from moderation.items.models import ReviewItem
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.running.waiting import waits


@pytest.fixture
def limits() -> bool:
    return False


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
    waited = await waits(changing)
    go_on.set()
    await asyncio.gather(looking, changing)
    assert waited


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_what_is_opened_while_one_waits_for_another_is_not_taken_for_locked(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    replies = [str((await talk.reply(cast.rosa, topic.topic_id, f"Word {each}")).id) for each in range(2)]
    await talk.flag(cast.amir, "reply", replies[0])
    changed, go_on, free = asyncio.Event(), asyncio.Event(), list[str]()

    async def change() -> None:
        await ReviewItem.filter(target_id=replies[0]).update(weight=1)
        changed.set()
        await go_on.wait()

    async def free_items() -> list[ReviewItem]:
        return await ReviewItem.all().select_for_update(skip_locked=True)

    async def look() -> None:
        found = await store.open_items("reply", replies)
        assert [item["weight"] for item in found if item["target_id"] == replies[0]] == [1]
        # By another connection, for this transaction may lock again what it has.
        others = await asyncio.create_task(atomic(free_items), context=outside)
        free.extend(item.id for item in others if item.id in {one["id"] for one in found})

    outside = contextvars.copy_context()
    changing = asyncio.create_task(atomic(change))
    await changed.wait()
    looking = asyncio.create_task(atomic(look))
    assert await waits(looking)
    await talk.flag(cast.amir, "reply", replies[1])
    go_on.set()
    await asyncio.gather(changing, looking)
    assert free == [], "what was looked at is decided by nobody else"


async def test_items_are_as_any_other_query_reads_them(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    await talk.flag(cast.amir, "topic", topic.topic_id)
    item = (await ReviewItem.all().values())[0]
    locked = await atomic(lambda: store.open_items("topic", [str(topic.topic_id)]))
    placed = await atomic(lambda: store.open_items_in(item["place_type"], item["place_id"]))
    assert locked == placed == [item]
    assert {name: type(value) for name, value in locked[0].items()} == {name: type(item[name]) for name in item}
