"""A question that a surgery left without an answer goes on in the forum: its asker is asked, and told."""

import re

import pytest

from accounts.models import Session
from forums.meeting.questions.titles import title_of
from forums.models import Topic
from foundation import clock
from notices.models import Notice
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.meeting.questions import QUESTION, left_question, path_of_notice
from tests.forums.talk import Talk
from tests.rooms_from_outside import Room


async def test_ada_asks_by_one_click_and_rosa_says_yes(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> None:
    question = await left_question(room, cast.rosa)
    ada, rosa = browser(cast.ada), browser(cast.rosa)
    await ada.get(f"/surgeries/{room.id}/remains")
    assert f'action="/surgeries/{room.id}/questions/{question}/move"' in ada.page.text
    for _twice in range(2):
        assert (await ada.post(f"/surgeries/{room.id}/questions/{question}/move")).status == 303
    assert await Topic.all().count() == 0, "nobody has said yes yet"
    await ada.get(f"/surgeries/{room.id}/remains")
    assert "has not answered yet" in ada.page.text
    path = await path_of_notice(cast.rosa)
    page = (await rosa.get(path)).text
    assert "Why are the lights out on Lowther Road?" in page
    words = {"title": "Why are the lights out on Lowther Road?", "body": QUESTION}
    posted = await rosa.post(path, answer="yes", section="traffic", **words)
    assert posted.status == 303, posted.text
    topic = posted.headers["Location"].rpartition("/")[2]
    row = await talk.topic_row(topic)
    assert (row.author_id, row.question_id, row.title) == (cast.rosa.id, question, words["title"])
    assert "Bikes and street lights" in await talk.shown(topic)
    assert await path_of_notice(cast.ada, "staff") == f"/topics/{topic}"
    again = await rosa.post(path, answer="yes", **words)
    assert again.headers["Location"] == f"/topics/{topic}"
    assert await Topic.all().count() == 1


async def test_the_surgery_says_where_its_question_goes_on(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    question = await left_question(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    rosa = browser(cast.rosa)
    path = await path_of_notice(cast.rosa)
    await rosa.get(path)
    topic = (await rosa.post(path, answer="yes", title="Lights", body=QUESTION)).headers["Location"]
    [asked] = (await talk.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]
    assert asked["stands"] == "closed"
    assert topic in asked["reason"]
    ada = browser(cast.ada)
    await ada.get(f"/surgeries/{room.id}/remains")
    assert "Nothing remains" in ada.page.text


async def test_rosa_says_no_and_it_stays_in_the_surgery(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    question = await left_question(room, cast.rosa)
    call = f"/surgeries/{room.id}/questions/{question}/move"
    assert (await talk.house.caller(cast.ada).post(call)).json == {"topic": None}
    rosa, path = browser(cast.rosa), await path_of_notice(cast.rosa)
    await rosa.get(path)
    assert (await rosa.post(path, answer="no")).status == 303
    assert "You said no" in (await rosa.get(path)).text
    assert (await talk.house.caller(cast.ada).post(call)).status == 409
    assert (await rosa.post(path, answer="yes", title="Lights", body=QUESTION)).status == 409
    assert await Topic.all().count() == 0
    assert (await path_of_notice(cast.ada, "staff")).endswith("/remains")


async def test_a_guest_who_is_gone_is_quoted_under_the_officer_s_name(talk: Talk, room: Room, cast: Cast) -> None:
    question = await left_question(room, cast.gwen)
    call = f"/surgeries/{room.id}/questions/{question}/move"
    assert (await talk.house.caller(cast.ada).post(call)).json == {"topic": None}, "she is still here"
    await Session.filter(person_id=cast.gwen.id).update(ended_at=clock.now())
    topic = (await talk.house.caller(cast.ada).post(call)).json["topic"]
    [first] = await talk.replies(topic)
    assert first.author_id == cast.ada.id
    assert first.body.endswith(f"> {QUESTION}")
    assert "Gwen" not in first.body
    assert (await talk.house.caller(cast.ada).post(call)).json == {"topic": topic}


@pytest.mark.parametrize("who", ["amir", "gwen", "olga", "mo", "nia", "max"])
async def test_nobody_but_a_host_asks(talk: Talk, room: Room, cast: Cast, who: str) -> None:
    question = await left_question(room, cast.rosa)
    caller = talk.house.caller(getattr(cast, who))
    assert (await caller.post(f"/surgeries/{room.id}/questions/{question}/move")).status == 403
    assert (await talk.house.caller().post(f"/surgeries/{room.id}/questions/{question}/move")).status == 401
    assert await Notice.filter(person_id=cast.rosa.id, kind="question_to_topic").count() == 0


async def test_nobody_but_its_asker_answers(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> None:
    question = await left_question(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    path = await path_of_notice(cast.rosa)
    for member in (cast.amir, cast.ada, cast.mo):
        theirs = browser(member)
        assert (await theirs.get(path)).status == 404
        await theirs.get("/forums")
        assert (await theirs.post(path, answer="yes", title="Lights", body=QUESTION)).status == 404
    assert await Topic.all().count() == 0


async def test_words_that_are_refused_come_back(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> None:
    question = await left_question(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    rosa, path = browser(cast.rosa), await path_of_notice(cast.rosa)
    await rosa.get(path)
    back = await rosa.post(path, answer="yes", title="", body="All that I typed")
    assert (back.status, "All that I typed" in back.text) == (422, True)
    assert re.search(r'href="#title"', back.text)


async def test_a_host_is_offered_a_question_only_once_its_asker_is_gone(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    question = await left_question(room, cast.gwen)
    ada, remains = browser(cast.ada), f"/surgeries/{room.id}/remains"
    move = f'action="/surgeries/{room.id}/questions/{question}/move"'
    assert move in (await ada.get(remains)).text
    await ada.post(f"/surgeries/{room.id}/questions/{question}/move")
    waits = (await ada.get(remains)).text
    assert ("has not answered yet" in waits, move in waits) == (True, False), "pressing it again would do nothing"
    await Session.filter(person_id=cast.gwen.id).update(ended_at=clock.now())
    gone = (await ada.get(remains)).text
    assert ("under your name" in gone, move in gone) == (True, True)


def test_the_first_line_of_a_question_is_its_title() -> None:
    assert title_of("Bikes in the park\n\nFor two weeks they ride, nearly every night.") == "Bikes in the park"
    assert title_of("\n Is it \t safe? I wonder.") == "Is it safe?"
