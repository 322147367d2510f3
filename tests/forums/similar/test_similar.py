"""Topics that are like the one being begun are offered, so that they are joined instead."""

from random import Random
from threading import current_thread

import pytest

from forums.models import PostState, Topic
from forums.moderated_words import LONGEST_TITLE
from foundation import clock
from foundation.alike import Likeness
from foundation.ids import new_id
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.running.threads import threads_of

LIGHTS = "Why are the street lights out on Lowther Road?"
MANY = 500


async def _similar(talk: Talk, title: str) -> list[str]:
    forum = (await talk.forum())["id"]
    answer = await talk.house.caller().send("GET", f"/api/v1/forums/{forum}/similar", params={"title": title})
    assert answer.status == 200, answer.text
    return [each["title"] for each in answer.json["items"]]


async def test_the_same_in_other_words_is_found(talk: Talk, cast: Cast) -> None:
    await talk.topic(cast.rosa, LIGHTS)
    await talk.topic(cast.rosa, "Bikes stolen behind the library")
    assert await _similar(talk, "street light broken lowther rd") == [LIGHTS]
    assert await _similar(talk, "Parking at the school") == []
    assert await _similar(talk, "the of and") == []


async def test_a_hidden_topic_is_never_offered(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa, LIGHTS)).topic_id
    assert await _similar(talk, LIGHTS) == [LIGHTS]
    assert (await talk.flag(cast.amir, "topic", topic)).status == 201
    await talk.decide(cast.mo, topic, "hide")
    assert await _similar(talk, LIGHTS) == []


async def test_without_scripts_they_are_shown_once_before_it_is_posted(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    await talk.topic(cast.rosa, LIGHTS)
    forum = (await talk.forum())["id"]
    amir = browser(cast.amir)
    await amir.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": "Street lights out, Lowther Road", "body": "All of them"}
    page = (await amir.post("/topics/new", **said)).text
    assert LIGHTS in page
    assert "All of them" in page
    assert 'name="alike_seen"' in page
    assert (await amir.post("/topics/new", **said, alike_seen="yes")).status == 303


def _of_many_words(length: int, seed: int) -> str:
    """Words of which hardly any two are alike: each of them is held against each."""
    letters = Random(seed)
    words = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=5)) for _ in range(length // 6 + 1)]
    return " ".join(words)[:length]


async def test_a_long_title_in_a_full_forum_keeps_nobody_waiting(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = await talk.topic_row((await talk.topic(cast.rosa)).topic_id)
    same = {name: getattr(begun, name) for name in ("force_id", "neighbourhood_id", "forum_id", "section_id")}
    now = clock.now()
    await Topic.bulk_create(
        Topic(id=(id_ := new_id()), client_id=id_, author_id=cast.amir.id, title=_of_many_words(LONGEST_TITLE, seed),
              state=PostState.PUBLISHED, created_at=now, active_at=now, **same)
        for seed in range(MANY)
    )  # fmt: skip
    compared = threads_of(monkeypatch, Likeness, "to")
    await _similar(talk, _of_many_words(400, MANY))
    assert len(compared) == MANY
    assert current_thread() not in compared, "others wait while the titles are compared"
