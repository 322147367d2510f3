"""What a sealed case holds is read in a forum by its author alone; in the queue by who is cleared for it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.pictures.test_pictures import described, fetched
from tests.forums.talk import WHY, Talk
from tests.running.schema import settings_for

NAME = "Perpetua Quill"


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    plain = settings_for(database_url, limits=limits, folder=tmp_path / "var")
    return replace(plain, sealed_key="a-key-that-stands-in-no-database-at-all")


@pytest.fixture
async def case(cast: Cast, browser: NewBrowser) -> str:
    """A case of Dee's, for which nobody else is cleared."""
    await _seal(cast, browser)
    return NAME


async def _seal(cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get("/moderation/cases")
    answer = await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms=NAME)
    assert answer.status == 303, answer.text


async def _hide(talk: Talk, cast: Cast, reply: str | None) -> None:
    hidden = await talk.house.caller(cast.mo).put(f"/replies/{reply}/decision", {"action": "hide", **WHY})
    assert hidden.status in (200, 204), hidden.text


async def test_a_topic_and_a_reply_that_name_it_are_read_by_their_author_alone(
    talk: Talk, cast: Cast, browser: NewBrowser, case: str
) -> None:
    held = await talk.topic(cast.rosa, f"About {case}", "Has anybody seen her?")
    assert held.status == "held"
    assert "seal" not in str(held.reason).lower()
    open_ = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, open_.topic_id, f"It was {case}, they say")
    for who in (cast.ada, cast.mo, cast.olga, None):
        page = await browser(who).get(f"/topics/{held.topic_id}")
        assert page.status == 404, who
        assert case not in (await browser(who).get(f"/topics/{open_.topic_id}")).text
        for path in (f"/replies/{reply.id}", f"/topics/{held.topic_id}"):
            assert (await talk.house.caller(who).get(path)).status == 404
    for path in (f"/replies/{reply.id}/decide", f"/replies/{held.id}/decide"):
        assert (await browser(cast.mo).get(path)).status == 404
    assert case in (await browser(cast.rosa).get(f"/topics/{held.topic_id}")).text
    assert case in (await browser(cast.amir).get(f"/topics/{open_.topic_id}")).text


async def test_who_is_not_cleared_reads_nothing_of_it_in_the_queue_and_decides_nothing(
    talk: Talk, cast: Cast, case: str
) -> None:
    held = await talk.topic(cast.rosa, f"About {case}", "Has anybody seen her?")
    unread = await talk.item(held.topic_id, cast.mo)
    assert case not in str(unread), unread
    body = {"version": unread["version"], "action": "approve", "clause": "", "reason": ""}
    answer = await talk.house.caller(cast.mo).post(f"/moderation/items/{unread['id']}/decision", body)
    assert answer.status == 403
    assert (await talk.topic_row(held.topic_id)).state == "held"


async def test_what_is_published_already_is_looked_through_when_a_case_is_sealed(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = await talk.topic(cast.rosa, f"About {NAME}", "She is a neighbour of mine")
    reply = await talk.reply(cast.amir, topic.topic_id, f"I know {NAME} too")
    dee = browser(cast.dee)
    await dee.get("/moderation/cases")
    await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms=NAME)
    await talk.house.run_jobs()
    for target in (topic.topic_id, reply.id):
        assert await talk.waits(target, cast.dee)
        assert (await talk.item(target, cast.dee))["kind"] == "sealed"


@pytest.mark.parametrize("words", ["It was NAME, they say", "It was her, they say"])
async def test_a_picture_of_an_edit_that_a_case_holds_is_seen_by_its_author_and_who_is_cleared_alone(
    talk: Talk, cast: Cast, browser: NewBrowser, case: str, words: str
) -> None:
    """Also where what the picture shows says it, and the words do not."""
    reply = await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id)
    picture = await described(talk.house, cast.amir, alt="A lamp" if "NAME" in words else f"The door of {case}")
    change = {"body": words.replace("NAME", case), "version": 1, "pictures": [picture["id"]]}
    held = await talk.house.caller(cast.amir).patch(f"/replies/{reply.id}", change)
    assert held.status == 202, held.text
    for who, found in ((cast.amir, 200), (cast.mo, 404), (cast.ada, 404), (None, 404)):
        assert (await fetched(talk.house, picture["large"], who))[0] == found, who
    dee = browser(cast.dee)
    [at] = set(re.findall(r"/moderation/cases/[0-9A-Za-z]{10,}", (await dee.get("/moderation/cases")).text))
    assert (await dee.post(f"{at}/cleared", person=cast.mo.id)).status == 303
    assert (await fetched(talk.house, picture["large"], cast.mo))[0] == 200


_OF_TOPIC = ("/topics/{topic}", "/topics/{topic}/replies", "/replies/{first}", "/replies/{first}/revisions",
             "/replies/{own}")  # fmt: skip
_PAGES_OF_TOPIC = (
    "/topics/{topic}", "/topics/{topic}/new?after=0", "/topics/{topic}/reply", "/topics/{topic}/arrange",
    "/topics/{topic}/split", "/replies/{first}/decide", "/replies/{first}/revisions", "/replies/{own}/official",
    "/replies/{own}/edit", "/replies/{own}/withdraw",
)  # fmt: skip


async def test_a_topic_hidden_before_its_case_was_sealed_is_read_by_its_author_alone(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    """At every door: the case that holds it is recorded with nothing, and asked of the words as they are read."""
    topic = await talk.topic(cast.rosa, f"About {NAME}", f"Has anybody seen {NAME}?")
    own = await talk.reply(cast.ada, topic.topic_id, "We are asking around")
    ids = {"topic": topic.topic_id, "first": topic.id, "own": own.id}
    draft = {"place": f"reply:{topic.topic_id}", "body": "She is well", "version": 0}
    assert (await talk.house.caller(cast.ada).post("/drafts", draft)).status in (200, 201)
    await _hide(talk, cast, topic.id)
    assert NAME in (await browser(cast.ada).get("/drafts")).text
    for path in _OF_TOPIC:
        assert (await talk.house.caller(cast.ada).get(path.format(**ids))).status == 200, path
    for path in _PAGES_OF_TOPIC:
        assert (await browser(cast.ada).get(path.format(**ids))).status == 200, path
    await _seal(cast, browser)
    for who in (cast.ada, cast.mo):
        for path in _OF_TOPIC:
            answer = await talk.house.caller(who).get(path.format(**ids))
            assert (answer.status, NAME in answer.text) == (404, False), (who.name, path)
        for path in _PAGES_OF_TOPIC:
            answer = await browser(who).get(path.format(**ids))
            assert answer.status in (403, 404), (who.name, path)
            assert NAME not in answer.text, (who.name, path)
        assert NAME not in (await browser(who).get("/drafts")).text
    assert (await talk.house.caller(cast.rosa).get(f"/replies/{topic.id}")).json["body"] == f"Has anybody seen {NAME}?"
    assert NAME in (await talk.house.caller(cast.rosa).get(f"/topics/{topic.topic_id}/replies")).text
    assert NAME in (await browser(cast.rosa).get(f"/topics/{topic.topic_id}/new?after=0")).text


async def test_a_reply_hidden_before_its_case_was_sealed_is_read_by_its_author_alone(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id, f"It was {NAME}, they say")
    await _hide(talk, cast, reply.id)
    assert (await talk.house.caller(cast.ada).get(f"/replies/{reply.id}")).status == 200
    await _seal(cast, browser)
    for who in (cast.ada, cast.mo):
        for path in (f"/replies/{reply.id}", f"/replies/{reply.id}/revisions"):
            assert (await talk.house.caller(who).get(path)).status == 404, (who.name, path)
        for path in (f"/replies/{reply.id}/decide", f"/replies/{reply.id}/revisions"):
            assert (await browser(who).get(path)).status == 404, (who.name, path)
        replies = await talk.house.caller(who).get(f"/topics/{topic.topic_id}/replies")
        assert (replies.status, NAME in replies.text) == (200, False)
    own = await talk.house.caller(cast.amir).get(f"/replies/{reply.id}")
    assert own.json["body"] == f"It was {NAME}, they say"


async def test_who_is_not_cleared_and_takes_published_words_of_a_case_down_is_led_back(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id, f"I know {NAME} too")
    dee, mo = browser(cast.dee), browser(cast.mo)
    await dee.get("/moderation/cases")
    await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms=NAME)
    assert (await mo.get(f"/replies/{reply.id}/decide")).status == 200
    done = await mo.post(f"/replies/{reply.id}/hide", reason="Names somebody", clause="kind")
    assert (await talk.row(reply.id)).state == "hidden"
    assert (done.status, done.headers.get("Location")) == (303, f"/topics/{topic.topic_id}/replies/{reply.id}")
