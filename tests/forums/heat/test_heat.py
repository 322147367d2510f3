"""A heated topic slows down by itself, says so, and is as it was when it has cooled."""

from datetime import timedelta
from typing import Any

import pytest

from forums.arranging import service
from forums.heat.rules import LEAST, REPLIES, SECONDS, Heated, has_cooled, heated_by
from forums.writing import write
from foundation import clock
from foundation.errors import TooFast
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk


@pytest.fixture
def limits() -> bool:
    """Nothing is counted without."""
    return True


async def told_before(talk: Talk, cast: Cast) -> None:
    """Days ago, so that nobody's first day is today."""
    topic = str((await talk.topic(cast.rosa, "Long ago")).topic_id)
    for who in (cast.amir, cast.olga):
        await talk.reply(who, topic, "Long ago")
    clock.move(timedelta(days=2))


async def heated(talk: Talk, cast: Cast) -> str:
    """A topic in which three people write as fast as they can."""
    await told_before(talk, cast)
    topic = str((await talk.topic(cast.rosa)).topic_id)
    for number in range(REPLIES):
        who = (cast.rosa, cast.amir, cast.olga)[number % 3]
        await talk.reply(who, topic, f"No, it is number {number} of Salisbury Road that is dark")
    return topic


async def test_a_topic_slows_down_where_many_write_at_once_and_says_so(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = await heated(talk, cast)
    row = await talk.topic_row(topic)
    assert (row.mode, row.slow_seconds, row.slowed_for) == ("slow", SECONDS, "pace")
    with pytest.raises(TooFast):
        await talk.reply(cast.amir, topic, "And one more thing that I must say")
    assert "Much was written here in a short time" in (await browser().get(f"/topics/{topic}")).text
    await talk.house.run_jobs()
    assert (await talk.topic_row(topic)).mode == "slow", "not before its time"
    clock.move(LEAST + timedelta(minutes=1))
    await talk.house.run_jobs()
    row = await talk.topic_row(topic)
    assert (row.mode, row.slowed_at, row.slowed_for) == (None, None, "")
    assert "Much was written" not in (await browser().get(f"/topics/{topic}")).text
    acts = await AuditEntry.filter(subject_id=topic).order_by("id").values("act")
    assert [entry["act"] for entry in acts] == ["topic.slow", "topic.cool"]


async def test_two_who_write_much_to_each_other_heat_nothing(talk: Talk, cast: Cast) -> None:
    await told_before(talk, cast)
    topic = str((await talk.topic(cast.rosa)).topic_id)
    for number in range(REPLIES + 2):
        await talk.reply((cast.rosa, cast.amir)[number % 2], topic, f"It is lamp number {number} of the street")
    assert (await talk.topic_row(topic)).mode is None


async def test_a_topic_slows_down_where_several_people_flag(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    reply = str((await talk.reply(cast.amir, topic)).id)
    await talk.flag(cast.rosa, "reply", reply)
    await talk.flag(cast.olga, "reply", reply)
    await talk.flag(cast.olga, "topic", topic)
    assert (await talk.topic_row(topic)).mode is None
    await talk.flag(cast.gwen, "topic", topic)
    row = await talk.topic_row(topic)
    assert (row.mode, row.slowed_for) == ("slow", "flags")
    assert "Several people flagged" in (await browser().get(f"/topics/{topic}")).text
    clock.move(LEAST + timedelta(minutes=1))
    await talk.house.run_jobs()
    assert (await talk.topic_row(topic)).mode == "slow", "they flagged within the hour"
    clock.move(timedelta(hours=1))
    await talk.house.run_jobs()
    assert (await talk.topic_row(topic)).mode is None


async def test_a_topic_that_is_slow_already_is_not_written_to(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes waits, on SQLite for all who do, and that after each flag and reply while a topic is heated."""
    began = list[str]()

    async def counted(*given: Any) -> Any:
        began.append("write")
        return await write(*given)

    monkeypatch.setattr("forums.heat.service.write", counted)
    topic = str((await talk.topic(cast.rosa)).topic_id)
    for who in (cast.amir, cast.olga, cast.gwen):
        await talk.flag(who, "topic", topic)
    before = await talk.topic_row(topic)
    assert (before.mode, before.slowed_for) == ("slow", "flags")
    await talk.flag(cast.nia, "topic", topic)
    assert began == ["write"]
    after = await talk.topic_row(topic)
    assert (after.mode, after.slowed_at, after.version) == (before.mode, before.slowed_at, before.version)


async def test_what_somebody_chose_stands(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await service.set_mode(talk.house.app, cast.ada.viewer, topic, "premoderated")
    for who in (cast.amir, cast.olga, cast.gwen):
        await talk.flag(who, "topic", topic)
    assert (await talk.topic_row(topic)).mode == "premoderated"
    slowed = str((await talk.topic(cast.rosa, "Another")).topic_id)
    for who in (cast.amir, cast.olga, cast.gwen):
        await talk.flag(who, "topic", slowed)
    await service.set_mode(talk.house.app, cast.ada.viewer, slowed, "slow", 900)
    clock.move(timedelta(hours=3))
    await talk.house.run_jobs()
    assert (await talk.topic_row(slowed)).slow_seconds == 900


@pytest.mark.parametrize(
    ("replies", "authors", "flaggers", "why"),
    [(19, 9, 2, None), (20, 2, 0, None), (20, 3, 0, Heated.PACE), (0, 0, 3, Heated.FLAGS), (20, 3, 3, Heated.FLAGS)],
)
def test_heat_is_counted(replies: int, authors: int, flaggers: int, why: Heated | None) -> None:
    assert heated_by(replies, authors, flaggers) == why


@pytest.mark.parametrize(("replies", "flaggers", "cooled"), [(5, 2, True), (6, 0, False), (0, 3, False)])
def test_cooling_is_counted(replies: int, flaggers: int, cooled: bool) -> None:
    assert has_cooled(replies, flaggers) is cooled
