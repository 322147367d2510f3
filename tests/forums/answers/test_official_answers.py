"""Official answers: by verified officers who serve the forum, and nobody who passes for one."""

from datetime import timedelta

import pytest

from accounts.models import PersonNeighbourhood
from foundation import clock
from notices.models import Notice
from server.app import SCHEDULER
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act
from tests.cast import Cast, Member
from tests.forums.talk import Talk
from tests.house import House

MARK = "Official answer of the police"


def _day(days: int) -> str:
    return (clock.now() + timedelta(days=days)).date().isoformat()


async def _answered(talk: Talk, cast: Cast, browser: NewBrowser, **more: str) -> tuple[str, str]:
    """Rosa's topic with Ada's official answer: the ids of both."""
    topic = str((await talk.topic(cast.rosa)).topic_id)
    ada = browser(cast.ada)
    await ada.get(f"/topics/{topic}")
    posted = await ada.post(f"/topics/{topic}/reply", body="The council mends it", official="yes", **more)
    assert posted.status == 303, posted.text
    return topic, posted.headers["Location"].partition("#r-")[2]


async def _answered_topics(talk: Talk) -> list[str]:
    """What is found of those that an officer answered."""
    found = await talk.house.caller().get("/search?q=lamp&answered=true")
    return [str(each["id"]) for each in found.json["items"]]


async def test_an_officer_s_answer_stands_on_top_with_the_badge(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic, _reply = await _answered(talk, cast, browser)
    await talk.reply(cast.amir, topic)
    page = await talk.shown(topic)
    top = page.partition('class="forum-official"')[2].partition("</section>")[0]
    assert MARK in top
    assert "The council mends it" in top
    assert "PC 4127" in top
    assert (await talk.house.caller().get(f"/topics/{topic}")).json["state"] == "answered"


@pytest.mark.parametrize("who", ["rosa", "gwen", "mo", "dee", "nia", "olga"])
async def test_nobody_else_answers_for_the_police(talk: Talk, cast: Cast, browser: NewBrowser, who: str) -> None:
    """Nia is an officer too: of another neighbourhood."""
    member: Member = getattr(cast, who)
    topic = str((await talk.topic(cast.rosa)).topic_id)
    theirs = browser(member)
    await theirs.get(f"/topics/{topic}")
    assert "official" not in theirs.page.text.partition("forum-composer")[2].partition("</form>")[0]
    await theirs.post(f"/topics/{topic}/reply", body="We, the police, say so", official="yes")
    await talk.house.caller(member).post(f"/topics/{topic}/replies", {"body": "We say so", "official": True})
    page = await talk.shown(topic)
    assert MARK not in page
    assert (await talk.topic_row(topic)).official_reply_id is None


async def test_nobody_marks_another_s_words_and_no_resident_their_own(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosas = (await talk.reply(cast.rosa, topic)).id
    adas = (await talk.reply(cast.ada, topic)).id
    for member, reply in ((cast.ada, rosas), (cast.huw, adas), (cast.rosa, rosas), (cast.nia, adas), (cast.mo, adas)):
        assert (await talk.house.caller(member).post(f"/replies/{reply}/official", {})).status == 403
    assert (await talk.house.caller().post(f"/replies/{adas}/official", {})).status == 401
    assert MARK not in await talk.shown(topic)


async def test_ada_marks_what_she_wrote_and_rosa_is_told(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.ada, topic, "It is mended on Friday")).id
    ada = browser(cast.ada)
    await ada.get(f"/replies/{reply}/official")
    assert "It is mended on Friday" in ada.page.text
    wrong = await ada.post(f"/replies/{reply}/official", promised_for=_day(-2))
    assert (wrong.status, "Choose a day from today on" in wrong.text, _day(-2) in wrong.text) == (422, True, True)
    assert (await ada.post(f"/replies/{reply}/official", promised_for=_day(3))).status == 303
    assert MARK in await talk.shown(topic)
    told = await Notice.filter(person_id=cast.rosa.id, kind="official_answer").values("path")
    assert f"/topics/{topic}/replies/{reply}" in [notice["path"] for notice in told]


async def test_the_later_answer_stands_on_top_until_it_is_taken_back(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    first = (await talk.reply(cast.ada, topic, "First", official=True)).id
    second = (await talk.reply(cast.huw, topic, "Second", official=True)).id
    assert (await talk.topic_row(topic)).official_reply_id == second
    assert (await talk.house.caller(cast.rosa).delete(f"/replies/{second}/official")).status == 403
    assert (await talk.house.caller(cast.mo).delete(f"/replies/{second}/official")).status == 204
    assert (await talk.topic_row(topic)).official_reply_id == first
    assert (await talk.house.caller(cast.huw).delete(f"/replies/{second}")).status == 204
    assert (await talk.house.caller(cast.ada).delete(f"/replies/{first}")).status == 204
    assert (await talk.house.caller().get(f"/topics/{topic}")).json["state"] == "open"


async def test_a_suspended_officer_s_answer_is_nobody_s_answer(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic, reply = await _answered(talk, cast, browser)
    assert MARK in await talk.shown(topic)
    assert topic in await _answered_topics(talk)
    dee = browser(cast.dee)
    assert (await act(dee, cast.ada, "suspend")).status == 303
    page = await talk.shown(topic)
    assert "The council mends it" in page
    assert MARK not in page
    assert "PC 4127" not in page
    assert (await talk.house.caller().get(f"/topics/{topic}")).json["state"] == "open"
    replies = (await talk.house.caller().get(f"/topics/{topic}/replies")).json["items"]
    assert [each["official"] for each in replies] == [False, False]
    assert topic not in await _answered_topics(talk)
    assert (await act(dee, cast.ada, "readmit")).status == 303
    assert MARK in await talk.shown(topic)
    assert (await talk.topic_row(topic)).official_reply_id == reply


async def test_a_promise_is_late_when_its_day_has_passed_and_kept_when_staff_say_so(
    talk: Talk, cast: Cast, browser: NewBrowser, house: House
) -> None:
    topic, reply = await _answered(talk, cast, browser, promised_for=_day(2))
    assert "Promised for" in await talk.shown(topic)
    clock.move(timedelta(days=2))
    await house.app[SCHEDULER].run_all()
    assert "Late" not in await talk.shown(topic)
    clock.move(timedelta(days=1))
    await house.app[SCHEDULER].run_all()
    await house.app[SCHEDULER].run_all()
    assert "Late" in await talk.shown(topic)
    assert await Notice.filter(person_id=cast.ada.id, kind="promise_late").count() == 1
    clock.reset()
    assert (await house.caller(cast.rosa).put(f"/replies/{reply}/kept")).status == 403
    assert (await house.caller(cast.nia).put(f"/replies/{reply}/kept")).status == 403
    assert (await house.caller(cast.huw).put(f"/replies/{reply}/kept")).status == 204
    assert (await house.caller(cast.huw).put(f"/replies/{reply}/kept")).status == 409
    page = await talk.shown(topic)
    assert "Kept on" in page
    assert "Late" not in page
    assert await Notice.filter(person_id=cast.rosa.id, kind="promise_kept").count() == 1


async def test_an_answer_is_changed_only_by_who_still_speaks_for_the_police(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic, reply = await _answered(talk, cast, browser)
    row = await talk.row(reply)
    body = {"body": "They have mended it", "version": row.version}
    await PersonNeighbourhood.filter(person_id=cast.ada.id).delete()
    assert (await talk.house.caller(cast.ada).patch(f"/replies/{reply}", body)).status == 403
    assert "The council mends it" in await talk.shown(topic)


async def test_who_looks_for_answers_finds_what_is_one_now(talk: Talk, cast: Cast) -> None:
    """Each mark that is given or taken back is of its own reply and of its topic: other answers stay found as such."""
    topic = str((await talk.topic(cast.rosa)).topic_id)
    first, second = [(await talk.reply(cast.ada, topic, f"The lamp, part {part}")).id for part in ("one", "two")]
    ada = talk.house.caller(cast.ada)
    assert await _answered_topics(talk) == []
    for reply, found in ((first, {topic, first}), (second, {topic, first, second})):
        assert (await ada.post(f"/replies/{reply}/official")).status in (200, 204)
        assert set(await _answered_topics(talk)) == found
    for reply, found in ((second, {topic, first}), (first, set())):
        assert (await ada.delete(f"/replies/{reply}/official")).status in (200, 204)
        assert set(await _answered_topics(talk)) == found
