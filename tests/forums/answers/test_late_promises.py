"""When a promise is late hangs on the force's own midnight, wherever that is."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from forums.answers.promises import today_in
from foundation import clock
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
    topic, promised = (await talk.topic(cast.rosa)).topic_id, today_in(AUCKLAND)
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
