"""A question is open until the topic that came of it is shown, and again where that never is."""

from forums.models import Topic
from notices.models import Notice
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.meeting.questions import QUESTION, left_question, path_of_notice
from tests.forums.talk import Talk
from tests.rooms_from_outside import Room

ABUSE = "You are a spastic"


async def _stands(talk: Talk, room: Room) -> tuple[str, str | None]:
    """How the only question of the surgery stands, and why, for everybody."""
    [asked] = (await talk.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]
    return asked["stands"], asked["reason"]


async def _said_yes_and_waits(talk: Talk, room: Room, cast: Cast, browser: NewBrowser) -> str:
    """Rosa has said yes, and a moderator is to read her topic first."""
    question = await left_question(room, cast.rosa)
    await talk.house.caller(cast.ada).post(f"/surgeries/{room.id}/questions/{question}/move")
    rosa, path = browser(cast.rosa), await path_of_notice(cast.rosa)
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
    assert "You said yes" in (await browser(cast.rosa).get(await path_of_notice(cast.rosa))).text
    decision = await talk.decide(cast.mo, topic, "approve", clause="", reason="")
    stands, reason = await _stands(talk, room)
    assert (stands, f"/topics/{topic}" in str(reason)) == ("closed", True)
    assert await path_of_notice(cast.ada, "staff") == f"/topics/{topic}"
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
    assert await path_of_notice(cast.ada, "staff") == f"/topics/{topic}"


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
