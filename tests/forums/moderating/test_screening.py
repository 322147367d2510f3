"""What goes out at once, what waits, and who may say how much on their first day."""

from datetime import timedelta

import pytest

from forums.models import PostState
from forums.newcomers import REPLIES, TOPICS
from forums.places.models import Section
from foundation import clock
from foundation.errors import TooFast
from moderation.newcomers import FIRST_DAY, LINKS
from tests.cast import Cast
from tests.forums.talk import Talk


@pytest.fixture
def limits() -> bool:
    """A first day is counted."""
    return True


async def test_rosa_begins_three_topics_on_her_first_day_and_more_on_the_next(talk: Talk, cast: Cast) -> None:
    for number in range(TOPICS):
        assert (await talk.topic(cast.rosa, f"Topic {number}")).status == "published"
    with pytest.raises(TooFast) as refused:
        await talk.topic(cast.rosa, "One too many")
    assert 0 < (refused.value.retry_after or 0) <= FIRST_DAY.total_seconds()
    clock.move(FIRST_DAY + timedelta(minutes=1))
    assert (await talk.topic(cast.rosa, "The next day")).status == "published"


async def test_amir_sends_ten_replies_on_his_first_day_and_staff_as_many_as_they_like(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    for number in range(REPLIES):
        await talk.reply(cast.amir, topic, f"Lamp number {number} of the street is dark")
        await talk.reply(cast.ada, topic, f"We have noted lamp number {number} of the street")
    with pytest.raises(TooFast):
        await talk.reply(cast.amir, topic, "And the last one")
    await talk.reply(cast.ada, topic, "Thank you for all of these")
    assert (await talk.topic(cast.amir, "Replies are not topics")).status == "published"


async def test_two_links_on_the_first_day_wait_and_a_third_is_refused_with_its_text(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    for number in range(LINKS):
        said = await talk.reply(cast.amir, topic, f"See https://lamps{number}.example.org/page")
        assert said.status == "held", "a moderator looks at the links of who is new"
    with pytest.raises(TooFast, match="links"):
        await talk.reply(cast.amir, topic, "See https://another.example.org/page")
    assert (await talk.reply(cast.amir, topic, "See https://www.police.uk/pu/")).status == "published"


async def test_guests_write_where_they_may_and_wait_always(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await Section.all().update(guests=True)
    said = await talk.reply(cast.gwen, topic, "I am passing through")
    assert said.status == "held"
    assert "what guests write" in str(said.reason)
    await talk.decide(cast.mo, said.id, "approve", clause="", reason="")
    again = await talk.reply(cast.gwen, topic, "And again, with other words")
    assert again.status == "held", "also who was approved before"


async def test_who_is_in_danger_is_shown_999_and_people_are_called(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    said = await talk.reply(cast.amir, topic, "Help, he has a knife and is in my house now")
    assert said.notice == "emergency"
    item = await talk.item(said.id, cast.mo)
    assert item["kind"] == "emergency"


async def test_a_phone_number_is_asked_about_first_and_nothing_is_stored(talk: Talk, cast: Cast) -> None:
    warned = await talk.topic(cast.rosa, "Ring me", "My number is 07700 900123")
    assert (warned.status, warned.id) == ("warned", None)
    sent = await talk.topic(cast.rosa, "Ring me", "My number is 07700 900123", confirm=True)
    assert sent.status == "held"
    assert (await talk.topic_row(sent.topic_id)).state == PostState.HELD
    assert (await talk.topic(cast.rosa, "My number is 07700 900123", "Ring me")).status == "warned", "a title too"


async def test_the_same_again_and_again_waits(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    said = [await talk.reply(cast.amir, topic, "Everybody should read what is on my wall today") for _each in range(4)]
    assert [each.status for each in said] == ["published", "published", "published", "held"]
