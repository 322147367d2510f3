"""What a server asks of the forums that are open, to see whether it missed anything: when each was last written in."""

from datetime import timedelta

from forums.live.store import latest_in
from forums.places.service import staff_forum
from foundation import clock
from tests.cast import Cast
from tests.forums.talk import Talk


async def test_of_each_forum_the_newest_topic_and_of_one_without_topics_nothing(talk: Talk, cast: Cast) -> None:
    cathays, staffs = (await talk.forum())["id"], (await staff_forum("south-wales"))["id"]
    assert await latest_in([cathays, staffs]) == {}
    first = await talk.topic(cast.rosa)
    clock.move(timedelta(minutes=5))
    await talk.topic(cast.amir, "Cars on the pavement", "There are many")
    latest = await latest_in([cathays, staffs])
    clock.move(timedelta(minutes=5))
    await talk.reply(cast.olga, first.topic_id)
    assert list(latest) == [cathays]
    assert (await latest_in([cathays]))[cathays] - latest[cathays] >= 300_000
