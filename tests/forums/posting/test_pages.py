"""Beginning a topic and replying by forms, without scripts: nothing that was typed is lost."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from aiohttp import FormData

from forums.models import Reply, Topic
from forums.pictures.models import ReplyPicture
from foundation import clock
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import TITLE, WORDS, Talk

ENORMOUS = "word " * 1000


def _typed(page: str) -> str:
    """What stands in the text field of a page."""
    found = re.search(r'<textarea[^>]*name="body"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found, page
    return unescape(found[1])


def _soon() -> str:
    return (clock.now().date() + timedelta(days=9)).isoformat()


def _id_of(page: str) -> str:
    found = re.search(r'name="client_id" value="([^"]+)"', page)
    assert found, page
    return found[1]


async def test_rosa_begins_a_topic_and_amir_replies(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    rosa, amir = browser(cast.rosa), browser(cast.amir)
    forum = (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}&section=traffic")
    assert "Start a topic" in rosa.page.text
    said = {"forum": forum, "section": "traffic", "client_id": _id_of(rosa.page.text)}
    posted = await rosa.post("/topics/new", title="Speeding by the school", body="At *eight* each day", **said)
    assert posted.status == 303, posted.text
    path = posted.headers["Location"]
    await amir.get(path)
    assert "Speeding by the school" in amir.page.text
    assert "At <em>eight</em> each day" in amir.page.text
    posted = await amir.post(f"{path}/reply", body="And at four", client_id=_id_of(amir.page.text))
    assert posted.status == 303, posted.text
    page = (await rosa.get(posted.headers["Location"].partition("#")[0])).text
    assert "And at four" in page
    assert posted.headers["Location"].partition("#")[2] in page


async def test_all_that_is_wrong_with_a_topic_is_said_at_once(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    page = (await rosa.post("/topics/new", forum=forum, title="", body="", place_name="12 Lowther Road")).text
    summary = page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    assert re.findall(r'href="(#\w+)"', summary) == ["#title", "#body", "#place_name"]


async def test_amir_looks_at_his_reply_first(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    page = (await amir.post(f"/topics/{topic}/reply", body="So **bright**", preview="yes")).text
    assert "<strong>bright</strong>" in page
    assert _typed(page) == "So **bright**"
    assert await Reply.filter(author_id=cast.amir.id).count() == 0


async def test_an_officer_looks_first_and_sees_the_badge_the_promise_or_what_is_wrong_with_its_day(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    said = {"body": "We mend it", "official": "yes", "preview": "yes"}
    shown = {}
    for who in ("ada", "mo", "amir"):
        theirs = browser(getattr(cast, who))
        await theirs.get(f"/topics/{topic}")
        page = (await theirs.post(f"/topics/{topic}/reply", promised_for="2099-01-01", **said)).text
        assert "within a year" in page
        page = (await theirs.post(f"/topics/{topic}/reply", promised_for=_soon(), **said)).text
        shown[who] = page.partition('id="preview"')[2].partition("</section>")[0]
    assert "PC 4127" in shown["ada"]
    assert "Promised for" in shown["ada"]
    for who in ("mo", "amir"):
        assert "We mend it" in shown[who]
        assert not re.search("Official answer|Promised for|bl-badge--officer", shown[who]), who
    assert await Reply.filter(topic_id=topic).count() == 1


@pytest.mark.parametrize("words", ["", "   ", "\u200b", ENORMOUS], ids=["none", "space", "unseen", "enormous"])
async def test_words_that_can_not_be_posted_come_back(talk: Talk, cast: Cast, browser: NewBrowser, words: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    sent = _id_of(amir.page.text)
    answer = await amir.post(f"/topics/{topic}/reply", body=words, client_id=sent)
    assert answer.status == 422
    assert _typed(answer.text) == words
    assert _id_of(answer.text) == sent
    assert "There is a problem" in answer.text


@pytest.mark.parametrize("title", ["", "x" * 121, "\u202e"], ids=["none", "long", "unseen"])
async def test_a_title_that_can_not_be_one_comes_back_with_the_words(
    talk: Talk, cast: Cast, browser: NewBrowser, title: str
) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    answer = await rosa.post("/topics/new", forum=forum, title=title, body=WORDS, section="general")
    assert answer.status == 422
    assert _typed(answer.text) == WORDS
    assert 'href="#title"' in answer.text
    assert await Topic.all().count() == 0


async def test_a_double_click_posts_once(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    said = {"body": "Only once", "client_id": _id_of(amir.page.text)}
    first = await amir.post(f"/topics/{topic}/reply", **said)
    second = await amir.post(f"/topics/{topic}/reply", **said)
    assert (first.status, second.status) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert [words for _number, words in await talk.numbers(topic)] == [WORDS, "Only once"]


@pytest.mark.parametrize("column", ["locked_at", "archived_at"])
async def test_the_topic_is_closed_while_amir_writes(talk: Talk, cast: Cast, browser: NewBrowser, column: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    await Topic.filter(id=str(topic)).update(**{column: (await talk.topic_row(topic)).created_at})
    answer = await amir.post(f"/topics/{topic}/reply", body="My long answer", client_id=str(uuid4()))
    assert answer.status == 409
    assert _typed(answer.text) == "My long answer"
    assert ("locked" if column == "locked_at" else "archived") in answer.text


async def test_rosa_is_signed_out_while_she_writes(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    await talk.house.caller(cast.rosa).delete("/session")
    answer = await rosa.post(f"/topics/{topic}/reply", body="My long answer", client_id=str(uuid4()))
    assert answer.status in {401, 403}
    assert _typed(answer.text) == "My long answer"
    assert await Reply.filter(body="My long answer").count() == 0


async def test_a_page_that_was_open_for_too_long_gives_the_words_back(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    said = {"body": "My long answer", "client_id": str(uuid4())}
    answer = await rosa.post_without_token(f"/topics/{topic}/reply", csrf_token="old", **said)
    assert answer.status == 403
    assert _typed(answer.text) == "My long answer"
    again = await rosa.post(f"/topics/{topic}/reply", **said)
    assert again.status == 303


async def test_a_form_with_files_gives_its_words_back_too(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    form = FormData({"csrf_token": "old", "body": "My long answer"})
    form.add_field("pictures", b"not looked at", filename="lamp.jpg")
    form.add_field("reply_to", "")
    answer = await talk.house.caller(cast.rosa).send("POST", f"/topics/{topic}/reply", data=form)
    assert answer.status == 403
    assert _typed(answer.text) == "My long answer"
    assert await ReplyPicture.all().count() == 0


async def test_the_topic_is_hidden_while_amir_writes(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    await talk.flag(cast.amir, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")
    answer = await amir.post(f"/topics/{topic}/reply", body="My long answer", client_id=str(uuid4()))
    assert answer.status == 404
    assert _typed(answer.text) == "My long answer"
    assert f'action="/topics/{topic}/reply"' in answer.text


async def test_rosa_is_warned_once_and_posts_it_as_it_is(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    said = {"body": "Call me on 07700 900123 tonight", "client_id": str(uuid4())}
    warned = await rosa.post(f"/topics/{topic}/reply", **said)
    assert (warned.status, _typed(warned.text)) == (200, said["body"])
    assert 'name="confirm"' in warned.text
    assert await Reply.filter(author_id=cast.rosa.id).count() == 0
    posted = await rosa.post(f"/topics/{topic}/reply", confirm="true", **said)
    assert posted.status == 303
    assert "Waiting for a moderator" in (await rosa.get(f"/topics/{topic}?last")).text
    assert said["body"] not in (await talk.house.page(f"/topics/{topic}", cast.amir)).text


async def test_amir_quotes_rosa(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = await talk.topic(cast.rosa, words="> an old quote\n\nThe lamp\nis dark")
    amir = browser(cast.amir)
    page = (await amir.get(f"/topics/{topic.topic_id}/reply?to={topic.id}&quote={topic.id}")).text
    assert _typed(page) == "> The lamp\n> is dark\n\n"


async def test_a_topic_that_is_like_another_is_shown_it_first(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    await talk.topic(cast.rosa, "The lamp by the school is broken")
    amir, forum = browser(cast.amir), (await talk.forum())["id"]
    await amir.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": "Lamp by the school broken", "body": WORDS, "client_id": str(uuid4())}
    page = (await amir.post("/topics/new", **said)).text
    assert "The lamp by the school is broken" in page
    assert 'name="alike_seen" value="yes"' in page
    assert _typed(page) == WORDS
    assert (await amir.post("/topics/new", alike_seen="yes", **said)).status == 303


async def test_whoever_has_seen_topics_like_theirs_is_not_held_up_after_a_look_or_a_mistake(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    await talk.topic(cast.rosa)
    forum = (await talk.forum())["id"]
    amir = browser(cast.amir)
    await amir.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": TITLE, "body": "Still dark", "client_id": _id_of(amir.page.text)}
    looked = await amir.post("/topics/new", **said, alike_seen="yes", preview="yes")
    wrong = await amir.post("/topics/new", **{**said, "body": ""}, alike_seen="yes")
    assert (looked.status, wrong.status) == (200, 422)
    for page in (looked.text, wrong.text):
        assert page.count('name="alike_seen"') == 1
    # Who has only looked at their own words has not seen the others.
    assert 'name="alike_seen"' not in (await amir.post("/topics/new", **said, preview="yes")).text
