"""Nobody hears of a topic that they may not read: not by its id, and not when it is taken down while they listen."""

import pytest

from forums.broadcast import changed
from forums.places.service import staff_forum
from tests.cast import Cast, Member
from tests.clients import Live
from tests.forums.talk import Talk


@pytest.fixture
async def topic(talk: Talk, cast: Cast) -> str:
    return str((await talk.topic(cast.rosa)).topic_id)


async def hide(talk: Talk, cast: Cast, topic: str) -> None:
    await talk.flag(cast.olga, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")


async def listed(talk: Talk, topic: str, member: Member) -> Live:
    """Somebody's page of the forum, open, that lists the topic."""
    live = await talk.house.live(member)
    await live.ok("follow_forum", forum=(await talk.forum())["id"], topics=[topic])
    return live


async def change(talk: Talk, topic: str) -> None:
    """Something about it changes: those who may read it are told to look."""
    await changed(talk.house.app, [topic], [])


async def test_who_lists_a_hidden_topic_by_its_id_hears_nothing_of_it(talk: Talk, cast: Cast, topic: str) -> None:
    await hide(talk, cast, topic)
    outsiders = [await listed(talk, topic, who) for who in (cast.olga, cast.amir, cast.nia)]
    await change(talk, topic)
    for live in outsiders:
        await live.quiet()
        assert live.of("topic_changed") == []


async def test_who_listened_is_told_once_that_it_went_and_hears_no_more(talk: Talk, cast: Cast, topic: str) -> None:
    lives = [await talk.house.live(who) for who in (cast.olga, cast.amir)]
    for live in lives:
        await live.ok("follow_topic", topic=topic)
    lives.append(await listed(talk, topic, cast.nia))
    await hide(talk, cast, topic)
    for live in lives:
        await live.wait("topic_changed", topic=topic)
    told = [len(live.of("topic_changed")) for live in lives]
    await change(talk, topic)
    for live, before in zip(lives, told, strict=True):
        await live.quiet()
        assert len(live.of("topic_changed")) == before


async def test_a_page_whose_reader_may_go_on_reading_is_told_to_follow_anew(talk: Talk, cast: Cast, topic: str) -> None:
    assert (await talk.house.page(f"/topics/{topic}/new", cast.rosa)).json["shown"] is True
    await hide(talk, cast, topic)
    assert (await talk.house.page(f"/topics/{topic}/new", cast.rosa)).json["shown"] is False


async def test_its_author_and_staff_go_on_hearing_when_they_ask_again(talk: Talk, cast: Cast, topic: str) -> None:
    await hide(talk, cast, topic)
    for who in (cast.rosa, cast.ada):
        live = await talk.house.live(who)
        await live.ok("follow_topic", topic=topic)
        for _time in range(2):
            before = len(live.of("topic_changed"))
            await change(talk, topic)
            assert len(live.of("topic_changed")) > before or await live.wait("topic_changed", topic=topic)


async def test_staff_who_list_their_own_forum_hear_of_its_topics_and_nobody_else_does(talk: Talk, cast: Cast) -> None:
    forum = await staff_forum("south-wales")
    own = await talk.topic_in(forum, cast.ada)
    live, outside = await talk.house.live(cast.mo), await listed(talk, str(own.topic_id), cast.rosa)
    await live.ok("follow_forum", forum=forum["id"], topics=[own.topic_id])
    await talk.reply(cast.huw, own.topic_id)
    await live.wait("topic_changed", topic=own.topic_id)
    await outside.quiet()
    assert outside.of("topic_changed") == []
