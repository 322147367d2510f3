"""A topic is solved when who asked it, or staff, say so."""

import pytest

from notices.models import Notice
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk


async def test_rosa_says_which_reply_solved_it_and_later_that_it_did_not(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "It is the fuse")).id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    assert 'form="topic-acts"' in rosa.page.text
    assert (await rosa.post(f"/topics/{topic}/solve", reply=str(reply))).status == 303
    page = await talk.shown(topic)
    assert "Read what solved it" in page
    assert f'href="/topics/{topic}/replies/{reply}"' in page
    assert (await talk.house.caller().get(f"/topics/{topic}")).json["state"] == "solved"
    assert (await rosa.post(f"/topics/{topic}/reopen")).status == 303
    assert (await talk.house.caller().get(f"/topics/{topic}")).json["state"] == "open"


async def test_a_search_finds_the_same_whether_it_is_solved_or_not(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "The lamp has a fuse")).id
    answer = (await talk.reply(cast.ada, topic, "The council mends the lamp", official=True)).id
    rosa = talk.house.caller(cast.rosa)
    assert (await rosa.post(f"/topics/{topic}/solved", {"reply": reply})).status == 204
    await _found(talk, {topic, reply, answer}, answered={topic, answer})
    assert (await rosa.delete(f"/topics/{topic}/solved")).status == 204
    await _found(talk, {topic, reply, answer}, answered={topic, answer})


async def _found(talk: Talk, ids: set[str | None], answered: set[str | None]) -> None:
    for narrowed, wanted in (("", ids), ("&answered=true", answered)):
        found = await talk.house.caller().get(f"/search?q=lamp{narrowed}")
        assert {each["id"] for each in found.json["items"]} == wanted, narrowed


@pytest.mark.parametrize("who", ["amir", "olga", "gwen", "nia", "max"])
async def test_nobody_else_says_so(talk: Talk, cast: Cast, who: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    caller = talk.house.caller(getattr(cast, who))
    assert (await caller.post(f"/topics/{topic}/solved", {})).status == 403
    assert (await caller.delete(f"/topics/{topic}/solved")).status == 403
    assert 'action="/topics' not in (await talk.shown(topic, getattr(cast, who))).partition("Is it solved?")[2]
    assert (await talk.house.caller().post(f"/topics/{topic}/solved", {})).status == 401
    assert (await talk.house.caller().get(f"/topics/{topic}")).json["state"] == "open"


async def test_rosa_is_told_when_staff_mark_her_topic(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    assert (await talk.house.caller(cast.huw).post(f"/topics/{topic}/solved")).status == 204
    assert (await talk.house.caller(cast.mo).post(f"/topics/{topic}/solved")).status == 204, "twice is once"
    assert await Notice.filter(person_id=cast.rosa.id, kind="topic_changed").count() == 1


async def test_a_reply_of_another_topic_solves_nothing(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    other = (await talk.topic(cast.amir, "Another one")).topic_id
    elsewhere = (await talk.reply(cast.amir, other)).id
    first = (await talk.replies(topic))[0].id
    for reply in (elsewhere, first):
        answer = await talk.house.caller(cast.rosa).post(f"/topics/{topic}/solved", {"reply": reply})
        assert answer.status == 422
    assert (await talk.topic_row(topic)).solved_at is None
