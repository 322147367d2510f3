"""Of an officer whose record stops counting nothing says any more that the police answered: no feed, mail or search."""

from forums.arranging.merging.service import merge
from forums.arranging.splitting.service import split
from foundation.clock import now
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act
from tests.cast import Cast
from tests.forums.following.acts import evening, mails_to, text_of
from tests.forums.following.conftest import settings as settings
from tests.forums.talk import Talk
from tests.running.smtp import Postbox

SAID = "It is mended on Friday"
MARK = "Official answer"


async def _answers_found(talk: Talk) -> list[str]:
    found = await talk.house.caller().get("/search?q=mended&answered=true")
    return [str(each["id"]) for each in found.json["items"]]


async def test_search_and_feeds_ask_the_record(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    first = (await talk.reply(cast.ada, topic, SAID, official=True)).id
    last = (await talk.reply(cast.huw, topic, SAID, official=True)).id
    assert set(await _answers_found(talk)) == {topic, first, last} - {topic}
    assert (await talk.house.caller().get(f"/topics/{topic}/feed.atom")).text.count(MARK) == 2
    dee = browser(cast.dee)
    assert (await act(dee, cast.ada, "suspend")).status == 303
    assert await _answers_found(talk) == [last], "also where another one stands on top"
    assert (await talk.house.caller().get(f"/topics/{topic}/feed.atom")).text.count(MARK) == 1
    assert (await act(dee, cast.huw, "suspend")).status == 303
    assert await _answers_found(talk) == []
    assert (await act(dee, cast.ada, "readmit")).status == 303
    assert await _answers_found(talk) == [first]


async def test_the_digest_asks_the_record(talk: Talk, cast: Cast, browser: NewBrowser, postbox: Postbox) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    promised = {"body": SAID, "official": True, "promised_for": now().date().isoformat()}
    assert (await talk.house.caller(cast.ada).post(f"/topics/{topic}/replies", promised)).status == 201
    assert (await act(browser(cast.dee), cast.ada, "suspend")).status == 303
    await evening(talk.house)
    [mail] = mails_to(postbox, cast.rosa)
    assert SAID in text_of(mail)
    assert "for the police" not in text_of(mail)
    assert "Promised" not in text_of(mail)


async def test_an_answer_that_begins_a_topic_of_its_own_is_none_until_it_is_one_again(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    answer = str((await talk.reply(cast.ada, topic, SAID, official=True)).id)
    assert MARK in await talk.shown(topic)
    new = await split(talk.house.app, cast.mo.viewer, topic, [answer], "When it is mended")
    caller = talk.house.caller()
    assert MARK not in await talk.shown(new)
    assert (await caller.get(f"/topics/{new}")).json["state"] == "open"
    assert (await caller.get(f"/replies/{answer}")).json["official"] is False
    await merge(talk.house.app, cast.mo.viewer, new, topic)
    assert MARK in await talk.shown(topic)
    assert (await talk.topic_row(topic)).official_reply_id == answer


async def test_what_was_taken_down_says_no_more_what_it_promised(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    promised = {"body": SAID, "official": True, "promised_for": now().date().isoformat()}
    answer = (await talk.house.caller(cast.ada).post(f"/topics/{topic}/replies", promised)).json["id"]
    await talk.flag(cast.rosa, "reply", answer)
    await talk.decide(cast.mo, answer, "hide")
    [_first, gone] = (await talk.house.caller().get(f"/topics/{topic}/replies")).json["items"]
    assert (gone["body"], gone["promised_for"], gone["official"]) == (None, None, False)
    assert "Promised" not in await talk.shown(topic)
