"""Lists of topics: the latest activity first, a page at a time, whatever happens meanwhile."""

import re
from datetime import timedelta

import pytest

from forums.following.unread.models import TopicReading
from forums.models import PostState, Topic
from forums.places.service import forum_of_force, forum_of_neighbourhood
from foundation import clock
from foundation.ids import new_id
from tests.accounts.browsing import NewBrowser
from tests.cast import ELSEWHERE, HOME, Cast
from tests.clients import JSON
from tests.forums.places.rows import add_topic
from tests.house import House

LOCAL = f"/neighbourhoods/{HOME}/forum"
_TOPIC = re.compile(r'<li class="bl-topic[^"]*" data-topic="([^"]*)"')
_NEXT = re.compile(r'href="([^"]*)" rel="next"')
_PREV = re.compile(r'href="([^"]*)" rel="prev"')


@pytest.fixture
async def forum(house: House, cast: Cast) -> JSON:
    return await forum_of_neighbourhood(HOME)


def _shown(text: str) -> list[str]:
    return _TOPIC.findall(text)


async def _list(house: House, path: str) -> list[str]:
    answer = await house.caller().get(path)
    assert answer.status == 200, answer.text
    return [topic["id"] for topic in answer.json["items"]]


async def test_a_reader_turns_pages_there_and_back_and_misses_none(house: House, cast: Cast, forum: JSON) -> None:
    topics = [await add_topic(forum, cast.rosa, minutes=number) for number in range(70)]
    page, seen, way = LOCAL, [], []
    while page:
        text = (await house.page(page)).text
        way.append(_shown(text))
        seen += way[-1]
        page = (_NEXT.findall(text) or [""])[0].replace("&amp;", "&")
    assert seen == topics
    assert [len(each) for each in way] == [30, 30, 10]
    back = _PREV.findall(text)[0].replace("&amp;", "&")
    middle = (await house.page(back)).text
    assert _shown(middle) == topics[30:60]
    top = (await house.page(_PREV.findall(middle)[0].replace("&amp;", "&"))).text
    assert _shown(top) == topics[:30]
    assert _PREV.findall(top) == []


async def test_topics_of_one_moment_are_turned_over_one_by_one(house: House, cast: Cast, forum: JSON) -> None:
    at = clock.now()
    topics = {await add_topic(forum, cast.rosa, active_at=at) for _each in range(35)}
    first = (await house.page(LOCAL)).text
    second = (await house.page(_NEXT.findall(first)[0].replace("&amp;", "&"))).text
    assert set(_shown(first)) | set(_shown(second)) == topics
    assert len(_shown(first)) + len(_shown(second)) == 35


async def test_what_is_pinned_stands_on_top_and_nowhere_else(house: House, cast: Cast, forum: JSON) -> None:
    old = await add_topic(forum, cast.ada, "Read me", "notices", minutes=9999, pinned_at=clock.now())
    others = [await add_topic(forum, cast.rosa, minutes=number) for number in range(31)]
    first = (await house.page(LOCAL)).text
    assert _shown(first) == [old, *others[:30]]
    second = (await house.page(_NEXT.findall(first)[0].replace("&amp;", "&"))).text
    assert _shown(second) == others[30:]
    assert _shown((await house.page(f"{LOCAL}/general")).text) == others[:30]
    assert _shown((await house.page(f"{LOCAL}/notices")).text) == [old]
    assert (await _list(house, f"/neighbourhoods/{HOME}/topics?limit=100"))[-1] == old


@pytest.mark.parametrize("state", [state for state in PostState if state is not PostState.PUBLISHED])
async def test_what_is_not_shown_is_on_no_list(house: House, cast: Cast, forum: JSON, state: PostState) -> None:
    shown = await add_topic(forum, cast.rosa, "Shown", minutes=5)
    kept = await add_topic(forum, cast.rosa, "Kept back", state=state, pinned_at=clock.now())
    loose = await add_topic(forum, cast.rosa, "Kept back", state=state)
    for path in (LOCAL, f"{LOCAL}/general", "/forums", f"/neighbourhoods/{HOME}", "/"):
        text = (await house.page(path, cast.rosa)).text
        assert ("Kept back" in text, kept in text, loose in text) == (False, False, False), path
    assert await _list(house, f"/neighbourhoods/{HOME}/topics") == [shown]


async def test_a_section_lists_this_neighbourhood_s_topics_only(house: House, cast: Cast, forum: JSON) -> None:
    here = await add_topic(forum, cast.rosa, section="traffic")
    there = await add_topic(await forum_of_neighbourhood(ELSEWHERE), cast.olga, section="traffic")
    everywhere = await add_topic(await forum_of_force("south-wales"), cast.ada, section="traffic")
    await add_topic(forum, cast.rosa, section="events")
    lists = {
        f"/neighbourhoods/{HOME}/topics?section=traffic": here,
        f"/neighbourhoods/{ELSEWHERE}/topics?section=traffic": there,
        f"/forums/{(await forum_of_force('south-wales'))['id']}/topics?section=traffic": everywhere,
    }
    for path, topic in lists.items():
        assert await _list(house, path) == [topic]


async def test_clients_turn_pages_by_the_cursor(house: House, cast: Cast, forum: JSON) -> None:
    topics = [await add_topic(forum, cast.rosa, minutes=number) for number in range(5)]
    first = (await house.caller().get(f"/neighbourhoods/{HOME}/topics?limit=3")).json
    second = (await house.caller().get(f"/neighbourhoods/{HOME}/topics?limit=3&cursor={first['next']}")).json
    assert [topic["id"] for topic in (*first["items"], *second["items"])] == topics
    assert second["next"] is None
    assert first["items"][0]["author"]["name"] == cast.rosa.name


@pytest.mark.parametrize(
    "cursor",
    ["x", "o-", "o1-2-3", "oo-0000000000000000-00000000", "o99999999999999999-0000000000000000-1", "%00", "-" * 90],
)
async def test_what_is_no_cursor_is_refused(house: House, cast: Cast, forum: JSON, cursor: str) -> None:
    assert (await house.caller().get(f"/neighbourhoods/{HOME}/topics?cursor={cursor}")).status == 422
    assert (await house.page(f"{LOCAL}?cursor={cursor}")).status == 422


async def test_a_cursor_of_another_list_is_refused(house: House, cast: Cast, forum: JSON) -> None:
    for number in range(3):
        await add_topic(forum, cast.rosa, section="traffic", minutes=number)
    given = (await house.caller().get(f"/neighbourhoods/{HOME}/topics?limit=1")).json["next"]
    for path in (f"/neighbourhoods/{HOME}/topics?section=traffic&", f"/neighbourhoods/{ELSEWHERE}/topics?"):
        assert (await house.caller().get(f"{path}cursor={given}")).status == 422
    assert (await house.caller().get(f"/neighbourhoods/{HOME}/topics?cursor={given}")).status == 200


async def test_a_cursor_that_names_this_list_and_nothing_in_it_is_refused(
    house: House, cast: Cast, forum: JSON
) -> None:
    await add_topic(forum, cast.rosa)
    await add_topic(forum, cast.rosa)
    mark = (await house.caller().get(f"/neighbourhoods/{HOME}/topics?limit=1")).json["next"].rpartition("-")[2]
    for cursor in (f"x1-{'0' * 16}-{mark}", f"o{'9' * 17}-{'0' * 16}-{mark}", f"o-{'0' * 16}-{mark}", f"o1-?-{mark}"):
        assert (await house.caller().get(f"/neighbourhoods/{HOME}/topics?cursor={cursor}")).status == 422, cursor


async def test_an_unknown_section_is_named_as_what_is_wrong(house: House, cast: Cast) -> None:
    answer = await house.caller().get(f"/neighbourhoods/{HOME}/topics?section=gossip")
    assert (answer.status, answer.json["errors"][0]["field"]) == (422, "section")


async def test_what_a_list_went_on_from_may_be_gone(house: House, cast: Cast, forum: JSON) -> None:
    topics = [await add_topic(forum, cast.rosa, minutes=number) for number in range(40)]
    text = (await house.page(LOCAL)).text
    await Topic.filter(id__in=topics[20:]).update(state=PostState.HIDDEN)
    answer = await house.page(_NEXT.findall(text)[0].replace("&amp;", "&"))
    assert (answer.status, _shown(answer.text)) == (200, topics[:20])


async def test_rosa_sees_what_is_new_since_she_was_there(
    house: House, cast: Cast, forum: JSON, browser: NewBrowser
) -> None:
    old = await add_topic(forum, cast.amir, "The old one", minutes=60, replies=3)
    await add_topic(forum, cast.amir, "As old, and never opened", minutes=70)
    await TopicReading.create(id=new_id(), person_id=cast.rosa.id, topic_id=old, last_number=4, read_at=clock.now())
    rosa = browser(cast.rosa)
    first = (await rosa.get(LOCAL)).text
    assert "bl-topic--new" not in first
    clock.move(timedelta(hours=2))
    new = await add_topic(forum, cast.amir, "The new one")
    await Topic.filter(id=old).update(last_number=6, replies=5, active_at=clock.now())
    text = (await rosa.get(LOCAL)).text
    assert re.findall(r'bl-topic--new" data-topic="([^"]*)"', text) == [old, new]
    assert "2 new replies" in text
    assert text.count("2 new replies") == 1
    assert "bl-topic--new" not in (await browser(cast.amir).get(LOCAL)).text
    assert "bl-topic--new" not in (await house.page(LOCAL)).text


async def test_a_topic_s_marks_are_said_in_words(house: House, cast: Cast, forum: JSON) -> None:
    now = clock.now()
    await add_topic(forum, cast.rosa, answered_at=now, solved_at=now, slowed_at=now)
    await add_topic(forum, cast.rosa, locked_at=now)
    await add_topic(forum, cast.rosa, archived_at=now)
    text = (await house.page(LOCAL)).text
    for mark in ("Answered by the police", "Solved", "Slow for now", "Locked", "Archived"):
        assert text.count(f"{mark}</strong>") == 1
    states = {topic["state"] for topic in (await house.caller().get(f"/neighbourhoods/{HOME}/topics")).json["items"]}
    assert states == {"solved", "locked", "archived"}
