"""An open page of a topic hears that something is new, and is given what it has not shown: nothing more."""

import pytest

from forums.places.service import staff_forum
from forums.posting.outcomes import Outcome
from foundation.fanout import channels_here
from tests.cast import Cast, Member
from tests.clients import JSON, Live
from tests.forums.talk import Talk
from tests.house import House


@pytest.fixture
async def topic(talk: Talk, cast: Cast) -> Outcome:
    return await talk.topic(cast.rosa)


async def followed(house: House, topic: str | None, member: Member | None = None) -> Live:
    """Somebody's page of the topic, open."""
    live = await house.live(member)
    await live.ok("follow_topic", topic=topic)
    return live


async def news(house: House, topic: str | None, member: Member | None = None, **query: str) -> JSON:
    said = "&".join(f"{name}={value}" for name, value in query.items())
    answer = await house.page(f"/topics/{topic}/new?{said}", member)
    assert answer.status == 200, answer.text
    return dict(answer.json)


def stamps(page: str) -> dict[str, str]:
    """The replies that a page shows, and their stamps, as a script reads them."""
    pieces = page.split('data-reply="')[1:]
    return {piece[:16]: piece.split('data-stamp="')[1].split('"')[0] for piece in pieces}


def listed(shown: dict[str, str]) -> str:
    return ",".join(f"{id_}.{stamp}" for id_, stamp in shown.items())


async def test_a_reader_hears_of_a_reply_and_is_given_it(house: House, talk: Talk, cast: Cast, topic: Outcome):
    amir = await followed(house, topic.topic_id, cast.amir)
    reply = await talk.reply(cast.ada, topic.topic_id, "A lamp comes **on Monday**")
    assert await amir.wait("topic_changed") == {"topic": topic.topic_id}
    [come] = (await news(house, topic.topic_id, cast.amir, after="1"))["come"]
    assert (come["id"], come["number"]) == (reply.id, 2)
    assert "<strong>on Monday</strong>" in come["html"]
    assert "Verified officer" in come["html"]


async def test_only_what_came_after_is_given(house: House, talk: Talk, cast: Cast, topic: Outcome):
    for number in range(3):
        await talk.reply(cast.amir, topic.topic_id, f"Word {number}")
    come = (await news(house, topic.topic_id, after="3"))["come"]
    assert ["Word 2" in one["html"] for one in come] == [True]
    assert (await news(house, topic.topic_id))["come"] == [], "a page that is not the last asks for none"
    assert (await news(house, topic.topic_id))["last_number"] == 4


async def test_a_hidden_reply_is_drawn_without_its_words_and_nothing_else_is(
    house: House, talk: Talk, cast: Cast, topic: Outcome
):
    said = await talk.reply(cast.amir, topic.topic_id, "Mr Tremlett keeps them")
    await talk.reply(cast.rosa, topic.topic_id, "Which way?", reply_to=said.id)
    shown = stamps(await talk.shown(topic.topic_id))
    assert len(shown) == 3
    assert (await news(house, topic.topic_id, shown=listed(shown)))["changed"] == {}
    reader = await followed(house, topic.topic_id, cast.olga)
    await talk.flag(cast.rosa, "reply", said.id)
    await talk.decide(cast.mo, said.id, "hide")
    await reader.wait("topic_changed")
    changed = (await news(house, topic.topic_id, shown=listed(shown)))["changed"]
    assert list(changed) == [said.id]
    assert "Taken down." in changed[said.id]
    assert "Tremlett" not in changed[said.id]


async def test_what_is_edited_or_taken_back_is_drawn_anew(house: House, talk: Talk, cast: Cast, topic: Outcome):
    reply = await talk.reply(cast.rosa, topic.topic_id, "Before")
    shown = stamps(await talk.shown(topic.topic_id))
    row = await talk.row(reply.id)
    answer = await house.caller(cast.rosa).patch(f"/replies/{reply.id}", {"body": "After", "version": row.version})
    assert answer.status == 200, answer.text
    changed = (await news(house, topic.topic_id, shown=listed(shown)))["changed"]
    assert "After" in changed[str(reply.id)]
    assert (await house.caller(cast.rosa).delete(f"/replies/{reply.id}")).status == 204
    changed = (await news(house, topic.topic_id, shown=listed(shown)))["changed"]
    assert "Taken back by its author." in changed[str(reply.id)]
    assert "After" not in changed[str(reply.id)]


async def test_what_is_around_the_replies_has_a_stamp_of_its_own(house: House, talk: Talk, cast: Cast, topic: Outcome):
    head = (await news(house, topic.topic_id))["head"]
    assert f'data-head="{head}"' in await talk.shown(topic.topic_id)
    await talk.reply(cast.amir, topic.topic_id)
    assert (await news(house, topic.topic_id))["head"] == head, "a reply changes nothing about it"
    await talk.reply(cast.ada, topic.topic_id, "On Monday", official=True)
    assert (await news(house, topic.topic_id))["head"] != head


async def test_a_topic_that_was_taken_down_is_not_found_but_by_its_author(
    house: House, talk: Talk, cast: Cast, topic: Outcome
):
    reader = await followed(house, topic.topic_id, cast.olga)
    await talk.flag(cast.amir, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "hide")
    await reader.wait("topic_changed")
    for other in (cast.olga, cast.amir, None):
        answer = await house.page(f"/topics/{topic.topic_id}/new?after=0", other)
        assert (answer.status, answer.json) == (404, {"moved": None})
    assert (await news(house, topic.topic_id, cast.rosa))["version"] > 1
    assert (await (await house.live(cast.olga)).refused("follow_topic", topic=topic.topic_id))["code"] == "not_found"


@pytest.mark.parametrize(
    "query",
    ["after=x", "after=-1", "after=9999999999", "after=%C2%B2", "shown=" + ",".join(["a.1"] * 301)],
    ids=["word", "negative", "huge", "superscript", "many"],
)
async def test_what_no_page_of_ours_asks_is_refused(house: House, topic: Outcome, query: str):
    assert (await house.page(f"/topics/{topic.topic_id}/new?{query}")).status == 400


async def test_ids_of_another_topic_give_nothing_away(house: House, talk: Talk, cast: Cast, topic: Outcome):
    other = await talk.topic(cast.amir, "Another one", "Something else")
    await talk.flag(cast.rosa, "topic", other.topic_id)
    await talk.decide(cast.mo, other.topic_id, "hide")
    answer = await news(house, topic.topic_id, shown=f"{other.id}.x,nonsense.y,.")
    assert answer["changed"] == {}
    assert other.id in answer["gone"]


async def test_a_page_follows_one_topic_and_a_list_the_topics_that_it_shows(
    house: House, talk: Talk, cast: Cast, topic: Outcome
):
    second = await talk.topic(cast.amir, "Bins", "They were not emptied")
    forum = (await talk.forum())["id"]
    amir = await followed(house, topic.topic_id, cast.amir)
    await amir.ok("follow_forum", forum=forum, topics=[topic.topic_id, second.topic_id, "0" * 16])
    assert sorted(channels_here(house.app, "topic:")) == sorted(
        f"topic:{each.topic_id}" for each in (topic, second)
    )  # fmt: skip
    await amir.ok("follow_topic", topic=second.topic_id)
    assert channels_here(house.app, "topic:") == [f"topic:{second.topic_id}"]
    assert channels_here(house.app, "forum:") == []
    await talk.reply(cast.rosa, topic.topic_id)
    await amir.quiet()
    assert amir.of("topic_changed") == []


async def test_a_list_hears_of_a_new_topic(house: House, talk: Talk, cast: Cast, topic: Outcome):
    reader = await house.live(cast.olga)
    await reader.ok("follow_forum", forum=(await talk.forum())["id"], topics=[topic.topic_id])
    await talk.topic(cast.amir, "Bins", "They were not emptied")
    await reader.wait("forum_changed", forum=(await talk.forum())["id"])


async def test_every_open_page_hears_that_somebody_was_renamed(house: House, cast: Cast, topic: Outcome):
    reader = await followed(house, topic.topic_id, cast.olga)
    assert (await house.caller(cast.rosa).patch("/me", {"name": "Rosa Griffiths"})).status == 200
    told = (await reader.wait("person_changed"))["person"]
    assert (told["id"], told["name"]) == (cast.rosa.id, "Rosa Griffiths")


async def test_nobody_follows_the_forum_of_the_staff_but_they(house: House, talk: Talk, cast: Cast):
    staff = await staff_forum("south-wales")
    assert (await (await house.live(cast.ada)).emit("follow_forum", {"forum": staff["id"]}))["ok"] is True
    for outsider in (cast.rosa, cast.max):
        assert (await (await house.live(outsider)).refused("follow_forum", forum=staff["id"]))["code"] == "not_found"


async def test_a_list_is_told_which_of_its_topics_nobody_may_read_any_more(
    house: House, talk: Talk, cast: Cast, topic: Outcome
):
    other = await talk.topic(cast.amir, "Bins", "They were not emptied")
    path = f"/forums/{(await talk.forum())['id']}/gone?topics={topic.topic_id},{other.topic_id},!"
    assert (await house.page(path)).json == {"gone": []}
    await talk.flag(cast.rosa, "topic", other.topic_id)
    await talk.decide(cast.mo, other.topic_id, "hide")
    assert (await house.page(path)).json == {"gone": [other.topic_id]}
    staff = (await staff_forum("south-wales"))["id"]
    assert (await house.page(f"/forums/{staff}/gone?topics={topic.topic_id}", cast.rosa)).status == 404
