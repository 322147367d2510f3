"""Feeds of forums, sections and topics, read as a feed reader does."""

from xml.etree import ElementTree

from forums.arranging.merging.service import merge
from forums.places.service import staff_forum
from tests.cast import HOME, Cast
from tests.clients import Answer
from tests.forums.talk import Talk
from tests.house import House

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(answer: Answer) -> list[tuple[str | None, str | None]]:
    """Their titles and authors, in order."""
    assert answer.status == 200, answer.text
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.text.encode())
    assert feed.findtext(f"{ATOM}id")
    assert feed.findtext(f"{ATOM}updated")
    return [
        (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}author/{ATOM}name"))
        for entry in feed.iter(f"{ATOM}entry")
    ]


async def test_a_forums_feed_has_its_latest_topics(house: House, cast: Cast, talk: Talk):
    await talk.topic(cast.rosa, "The lamp <by> the school & the gate")
    await talk.topic(cast.amir, "Cars on the pavement", section="traffic")
    forum = (await talk.forum())["id"]
    both = [("Cars on the pavement", "Amir Khan"), ("The lamp <by> the school & the gate", "Rosa Jones")]
    assert entries(await house.caller().get(f"/neighbourhoods/{HOME}/forum/feed.atom")) == both
    assert entries(await house.caller().get(f"/forums/{forum}/feed.atom")) == both
    assert entries(await house.caller().get(f"/forums/{forum}/sections/traffic/feed.atom")) == both[:1]
    assert entries(await house.caller().get(f"/forums/{forum}/sections/events/feed.atom")) == []


async def test_a_topics_feed_has_its_replies_the_latest_first(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa, "The lamp")).topic_id
    await talk.reply(cast.amir, topic)
    await talk.reply(cast.ada, topic, "On Friday", official=True)
    assert entries(await house.caller().get(f"/topics/{topic}/feed.atom")) == [
        ("Official answer: The lamp", "PC Ada Okafor"), ("Reply: The lamp", "Amir Khan"), ("The lamp", "Rosa Jones"),
    ]  # fmt: skip


async def test_the_feed_of_a_merged_topic_is_that_of_the_one_that_it_is_in(house: House, cast: Cast, talk: Talk):
    old = str((await talk.topic(cast.amir, "The same lamp")).topic_id)
    new = str((await talk.topic(cast.rosa, "The lamp")).topic_id)
    said = await talk.reply(cast.amir, old, "Dark at the gate")
    before = (await house.caller().get(f"/topics/{old}/feed.atom")).headers["ETag"]
    await merge(house.app, cast.mo.viewer, old, new)
    answer = await house.caller().get(f"/topics/{old}/feed.atom", headers={"If-None-Match": before})
    assert entries(answer) == entries(await house.caller().get(f"/topics/{new}/feed.atom"))
    assert f"/topics/{new}/replies/{said.id}" in answer.text
    assert f"/api/v1/topics/{new}/feed.atom" in answer.text, "the address at which it is from now on"
    assert old not in answer.text
    known = {"If-None-Match": answer.headers["ETag"]}
    assert (await house.caller().get(f"/topics/{old}/feed.atom", headers=known)).status == 304


async def test_the_feed_of_a_topic_that_is_nowhere_any_more_is_none(house: House, cast: Cast, talk: Talk):
    old, new = [str((await talk.topic(cast.rosa, title)).topic_id) for title in ("The same lamp", "The lamp")]
    await merge(house.app, cast.mo.viewer, old, new)
    await talk.flag(cast.gwen, "topic", new)
    await talk.decide(cast.mo, new, "hide")
    for member in (None, cast.rosa, cast.mo):
        assert (await house.caller(member).get(f"/topics/{old}/feed.atom")).status == 404


async def test_who_has_a_feed_is_told_so_until_something_is_new(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    first = await house.caller().get(f"/topics/{topic}/feed.atom")
    known = {"If-None-Match": first.headers["ETag"]}
    assert (await house.caller().get(f"/topics/{topic}/feed.atom", headers=known)).status == 304
    reply = await talk.reply(cast.amir, topic, "He lives at number five")
    assert "number five" in (await house.caller().get(f"/topics/{topic}/feed.atom", headers=known)).text
    await talk.flag(cast.gwen, "reply", reply.id)
    await talk.decide(cast.mo, reply.id, "hide")
    assert "number five" not in (await house.caller().get(f"/topics/{topic}/feed.atom")).text


async def test_nothing_hidden_is_in_any_feed(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa, "A name in it")).topic_id
    await talk.flag(cast.gwen, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")
    for member in (None, cast.rosa, cast.mo):
        caller = house.caller(member)
        assert entries(await caller.get(f"/neighbourhoods/{HOME}/forum/feed.atom")) == []
        assert (await caller.get(f"/topics/{topic}/feed.atom")).status == 404


async def test_the_staffs_feed_is_the_staffs(house: House, cast: Cast, talk: Talk):
    forum = await staff_forum("south-wales")
    topic = await talk.topic_in(forum, cast.ada, "About our shifts")
    paths = (f"/forums/{forum['id']}/feed.atom", f"/topics/{topic.topic_id}/feed.atom")
    for path in paths:
        assert entries(await house.caller(cast.mo).get(path)) == [("About our shifts", "PC Ada Okafor")]
        for outsider in (None, cast.rosa, cast.max, cast.gwen):
            assert (await house.caller(outsider).get(path)).status == 404
