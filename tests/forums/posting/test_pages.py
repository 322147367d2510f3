"""Beginning a topic and replying by forms, without scripts: nothing that was typed is lost."""

import re

import pytest

from forums.models import Topic
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.posting.forms import id_of, typed
from tests.forums.talk import WORDS, Talk

ENORMOUS = "word " * 1000


async def test_rosa_begins_a_topic_and_amir_replies(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    rosa, amir = browser(cast.rosa), browser(cast.amir)
    forum = (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}&section=traffic")
    assert "Start a topic" in rosa.page.text
    said = {"forum": forum, "section": "traffic", "client_id": id_of(rosa.page.text)}
    posted = await rosa.post("/topics/new", title="Speeding by the school", body="At *eight* each day", **said)
    assert posted.status == 303, posted.text
    path = posted.headers["Location"]
    await amir.get(path)
    assert "Speeding by the school" in amir.page.text
    assert "At <em>eight</em> each day" in amir.page.text
    posted = await amir.post(f"{path}/reply", body="And at four", client_id=id_of(amir.page.text))
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


@pytest.mark.parametrize("words", ["", "   ", "\u200b", ENORMOUS], ids=["none", "space", "unseen", "enormous"])
async def test_words_that_can_not_be_posted_come_back(talk: Talk, cast: Cast, browser: NewBrowser, words: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    sent = id_of(amir.page.text)
    answer = await amir.post(f"/topics/{topic}/reply", body=words, client_id=sent)
    assert answer.status == 422
    assert typed(answer.text) == words
    assert id_of(answer.text) == sent
    assert "There is a problem" in answer.text


@pytest.mark.parametrize("title", ["", "x" * 121, "\u202e"], ids=["none", "long", "unseen"])
async def test_a_title_that_can_not_be_one_comes_back_with_the_words(
    talk: Talk, cast: Cast, browser: NewBrowser, title: str
) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    answer = await rosa.post("/topics/new", forum=forum, title=title, body=WORDS, section="general")
    assert answer.status == 422
    assert typed(answer.text) == WORDS
    assert 'href="#title"' in answer.text
    assert await Topic.all().count() == 0


async def test_a_double_click_posts_once(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    said = {"body": "Only once", "client_id": id_of(amir.page.text)}
    first = await amir.post(f"/topics/{topic}/reply", **said)
    second = await amir.post(f"/topics/{topic}/reply", **said)
    assert (first.status, second.status) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert [words for _number, words in await talk.numbers(topic)] == [WORDS, "Only once"]


async def test_amir_quotes_rosa(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = await talk.topic(cast.rosa, words="> an old quote\n\nThe lamp\nis dark")
    amir = browser(cast.amir)
    page = (await amir.get(f"/topics/{topic.topic_id}/reply?to={topic.id}&quote={topic.id}")).text
    assert typed(page) == "> The lamp\n> is dark\n\n"
