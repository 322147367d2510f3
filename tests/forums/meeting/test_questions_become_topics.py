"""A question that a surgery left without an answer goes on in the forum: its asker is asked, and told."""

import re

import pytest

from accounts.models import Session
from forums.meeting.questions.titles import title_of
from forums.models import Topic
from foundation import clock
from notices.models import Notice
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.forums.talk import Talk
from tests.rooms_from_outside import Room

QUESTION = "Why are the lights out on Lowther Road? They were mended in May."


async def _asked(room: Room, member: Member) -> str:
    """Their question, in a surgery that is over by now."""
    question = await (await room.enter(member)).ask(QUESTION)
    await room.act("close")
    return question


async def _path_of_notice(member: Member, kind: str = "question_to_topic") -> str:
    [path] = await Notice.filter(person_id=member.id, kind=kind).values_list("path", flat=True)
    return str(path)


async def test_ada_asks_by_one_click_and_rosa_says_yes(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> None:
    question = await _asked(room, cast.rosa)
    ada, rosa = browser(cast.ada), browser(cast.rosa)
    await ada.get(f"/surgeries/{room.id}/remains")
    assert f'action="/surgeries/{room.id}/questions/{question}/move"' in ada.page.text
    for _twice in range(2):
        assert (await ada.post(f"/surgeries/{room.id}/questions/{question}/move")).status == 303
    assert await Topic.all().count() == 0, "nobody has said yes yet"
    await ada.get(f"/surgeries/{room.id}/remains")
    assert "has not answered yet" in ada.page.text
    path = await _path_of_notice(cast.rosa)
    page = (await rosa.get(path)).text
    assert "Why are the lights out on Lowther Road?" in page
    words = {"title": "Why are the lights out on Lowther Road?", "body": QUESTION}
    posted = await rosa.post(path, answer="yes", section="traffic", **words)
    assert posted.status == 303, posted.text
    topic = posted.headers["Location"].rpartition("/")[2]
    row = await talk.topic_row(topic)
    assert (row.author_id, row.question_id, row.title) == (cast.rosa.id, question, words["title"])
    assert "Bikes and street lights" in await talk.shown(topic)
    assert await _path_of_notice(cast.ada, "staff") == f"/topics/{topic}"
    again = await rosa.post(path, answer="yes", **words)
    assert again.headers["Location"] == f"/topics/{topic}"
    assert await Topic.all().count() == 1


async def test_the_surgery_says_where_its_question_goes_on(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    question = await _asked(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    rosa = browser(cast.rosa)
    path = await _path_of_notice(cast.rosa)
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
    question = await _asked(room, cast.rosa)
    call = f"/surgeries/{room.id}/questions/{question}/move"
    assert (await talk.house.caller(cast.ada).post(call)).json == {"topic": None}
    rosa, path = browser(cast.rosa), await _path_of_notice(cast.rosa)
    await rosa.get(path)
    assert (await rosa.post(path, answer="no")).status == 303
    assert "You said no" in (await rosa.get(path)).text
    assert (await talk.house.caller(cast.ada).post(call)).status == 409
    assert (await rosa.post(path, answer="yes", title="Lights", body=QUESTION)).status == 409
    assert await Topic.all().count() == 0
    assert (await _path_of_notice(cast.ada, "staff")).endswith("/remains")


async def test_a_guest_who_is_gone_is_quoted_under_the_officer_s_name(talk: Talk, room: Room, cast: Cast) -> None:
    question = await _asked(room, cast.gwen)
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
    question = await _asked(room, cast.rosa)
    caller = talk.house.caller(getattr(cast, who))
    assert (await caller.post(f"/surgeries/{room.id}/questions/{question}/move")).status == 403
    assert (await talk.house.caller().post(f"/surgeries/{room.id}/questions/{question}/move")).status == 401
    assert await Notice.filter(person_id=cast.rosa.id, kind="question_to_topic").count() == 0


async def test_nobody_but_its_asker_answers(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> None:
    question = await _asked(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    path = await _path_of_notice(cast.rosa)
    for member in (cast.amir, cast.ada, cast.mo):
        theirs = browser(member)
        assert (await theirs.get(path)).status == 404
        await theirs.get("/forums")
        assert (await theirs.post(path, answer="yes", title="Lights", body=QUESTION)).status == 404
    assert await Topic.all().count() == 0


async def test_words_that_are_refused_come_back(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> None:
    question = await _asked(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    rosa, path = browser(cast.rosa), await _path_of_notice(cast.rosa)
    await rosa.get(path)
    back = await rosa.post(path, answer="yes", title="", body="All that I typed")
    assert (back.status, "All that I typed" in back.text) == (422, True)
    assert re.search(r'href="#title"', back.text)


async def test_a_host_is_offered_a_question_only_once_its_asker_is_gone(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    question = await _asked(room, cast.gwen)
    ada, remains = browser(cast.ada), f"/surgeries/{room.id}/remains"
    move = f'action="/surgeries/{room.id}/questions/{question}/move"'
    assert move in (await ada.get(remains)).text
    await ada.post(f"/surgeries/{room.id}/questions/{question}/move")
    waits = (await ada.get(remains)).text
    assert ("has not answered yet" in waits, move in waits) == (True, False), "pressing it again would do nothing"
    await Session.filter(person_id=cast.gwen.id).update(ended_at=clock.now())
    gone = (await ada.get(remains)).text
    assert ("under your name" in gone, move in gone) == (True, True)


ABUSE = "You are a spastic"


async def _stands(talk: Talk, room: Room) -> tuple[str, str | None]:
    """How the only question of the surgery stands, and why, for everybody."""
    [asked] = (await talk.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]
    return asked["stands"], asked["reason"]


async def _said_yes_and_waits(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> str:
    """Rosa has said yes, and a moderator is to read her topic first."""
    question = await _asked(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    rosa, path = browser(cast.rosa), await _path_of_notice(cast.rosa)
    await rosa.get(path)
    assert (await rosa.post(path, answer="yes", title="Lights", body=ABUSE)).status == 303
    topic = await Topic.get()
    assert topic.state == "held"
    return topic.id


async def test_a_question_is_open_until_its_topic_is_shown(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    topic = await _said_yes_and_waits(talk, room, cast, browser)
    assert await _stands(talk, room) == ("waiting", None)
    assert await Notice.filter(person_id=cast.ada.id, kind="staff").count() == 0
    remains = (await browser(cast.ada).get(f"/surgeries/{room.id}/remains")).text
    assert ("Waiting for a moderator" in remains, f"/topics/{topic}" in remains) == (True, False)
    assert "has not answered yet" not in remains
    assert "You said yes" in (await browser(cast.rosa).get(await _path_of_notice(cast.rosa))).text
    decision = await talk.decide(cast.mo, topic, "approve", clause="", reason="")
    stands, reason = await _stands(talk, room)
    assert (stands, f"/topics/{topic}" in str(reason)) == ("closed", True)
    assert await _path_of_notice(cast.ada, "staff") == f"/topics/{topic}"
    await talk.undo(cast.mo, decision)
    await talk.decide(cast.mo, topic, "approve", clause="", reason="")
    assert await Notice.filter(person_id=cast.ada.id, kind="staff").count() == 1, "told once"


async def test_a_question_goes_on_too_where_its_asker_mends_the_topic_that_waits(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    topic = await _said_yes_and_waits(talk, room, cast, browser)
    [first] = await talk.replies(topic)
    mended = {"title": "Lights", "body": QUESTION, "version": first.version}
    answer = await talk.house.caller(cast.rosa).patch(f"/replies/{first.id}", mended)
    assert answer.status == 200, answer.text
    stands, reason = await _stands(talk, room)
    assert (stands, f"/topics/{topic}" in str(reason)) == ("closed", True)
    assert await _path_of_notice(cast.ada, "staff") == f"/topics/{topic}"


async def test_no_link_leads_to_a_topic_that_its_asker_took_back(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    topic = await _said_yes_and_waits(talk, room, cast, browser)
    [first] = await talk.replies(topic)
    assert (await talk.house.caller(cast.rosa).delete(f"/replies/{first.id}")).status == 204
    assert await _stands(talk, room) == ("waiting", None)
    remains = (await browser(cast.ada).get(f"/surgeries/{room.id}/remains")).text
    assert QUESTION in remains
    assert f"/topics/{topic}" not in remains
    assert "Waiting for a moderator" not in remains
    assert "has not answered yet" not in remains


async def test_a_question_whose_topic_is_refused_stays_in_the_surgery(
    talk: Talk, room: Room, cast: Cast, browser: NewBrowser
) -> None:
    topic = await _said_yes_and_waits(talk, room, cast, browser)
    await talk.decide(cast.mo, topic, "hide")
    assert await _stands(talk, room) == ("waiting", None)
    remains = (await browser(cast.ada).get(f"/surgeries/{room.id}/remains")).text
    assert QUESTION in remains
    assert f"/topics/{topic}" not in remains
    assert "Waiting for a moderator" not in remains
    assert "has not answered yet" not in remains
    assert await Notice.filter(person_id=cast.ada.id, kind="staff").count() == 0


def test_the_first_line_of_a_question_is_its_title() -> None:
    assert title_of("Bikes in the park\n\nFor two weeks they ride, nearly every night.") == "Bikes in the park"
    assert title_of("\n Is it \t safe? I wonder.") == "Is it safe?"
