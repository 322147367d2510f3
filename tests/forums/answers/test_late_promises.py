"""When a promise is late hangs on the force's own midnight, wherever that is."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from forums.models import Reply
from foundation import clock
from foundation.ids import new_id
from foundation.settings import Settings
from notices.models import Notice
from tests.cast import Cast
from tests.forums.talk import Talk

AUCKLAND = ZoneInfo("Pacific/Auckland")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, time_zone=AUCKLAND)


async def test_a_promise_is_late_as_soon_as_the_day_is_over_where_the_force_is(talk: Talk, cast: Cast) -> None:
    now = clock.now().astimezone(AUCKLAND)
    # Their next midnight, within a minute.
    clock.move(timedelta(days=1) - timedelta(hours=now.hour, minutes=now.minute))
    topic, promised = (await talk.topic(cast.rosa)).topic_id, clock.today_in(AUCKLAND)
    await talk.reply(cast.ada, topic, "A new lamp comes", official=True, promised_for=promised)
    clock.move(timedelta(hours=23))
    await talk.house.run_jobs()
    assert "Late" not in await talk.shown(topic)
    assert not await Notice.filter(kind="promise_late").exists()
    clock.move(timedelta(hours=1, minutes=1))
    assert clock.now().date() == promised, "by UTC it is still the day"
    await talk.house.run_jobs()
    assert "forum-promise--late" in await talk.shown(topic)
    assert await Notice.filter(kind="promise_late", person_id=cast.ada.id).count() == 1


async def test_of_more_late_promises_than_are_told_at_once_each_is_told_once(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    said = await talk.reply(cast.ada, topic, "A new lamp comes", official=True, promised_for=clock.today_in(AUCKLAND))
    row = dict(await Reply.get(id=said.id).values())
    more = [row | {"id": (id_ := new_id()), "client_id": id_, "number": number} for number in range(3, 122)]
    await Reply.bulk_create(Reply(**each) for each in more)
    clock.move(timedelta(days=2))
    await talk.house.run_jobs()
    late = Notice.filter(kind="promise_late", person_id=cast.ada.id)
    assert await late.count() == 120
    begun = await late.values_list("id", flat=True)
    await talk.house.run_jobs()
    assert sorted(await late.values_list("id", flat=True)) == sorted(begun)
