"""Changing and taking back one's own words by forms, and what staff see of it."""

import re
from html import unescape

import pytest

from forums.models import PostState, Topic
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import TITLE, WORDS, Talk

ABUSE = "You are a spastic"


def _typed(page: str) -> str:
    found = re.search(r'<textarea[^>]*name="body"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found, page
    return unescape(found[1])


async def test_amir_mends_a_slip_and_everybody_sees_that_he_did(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "At *fuor* each day")).id
    amir = browser(cast.amir)
    page = (await amir.get(f"/replies/{reply}/edit")).text
    assert _typed(page) == "At *fuor* each day"
    posted = await amir.post(f"/replies/{reply}/edit", body="At *four* each day", version="1")
    assert posted.status == 303
    page = await talk.shown(topic, cast.rosa)
    assert "At <em>four</em> each day" in page
    assert "edited" in page
    assert "fuor" not in page
    assert "/revisions" not in page


async def test_staff_see_what_was_changed(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "At fuor each day")).id
    amir = browser(cast.amir)
    await amir.get(f"/replies/{reply}/edit")
    await amir.post(f"/replies/{reply}/edit", body="At four each day", version="1")
    path = f"/replies/{reply}/revisions"
    assert path in await talk.shown(topic, cast.ada)
    page = (await talk.house.page(path, cast.ada)).text
    assert re.search(r"<del>.*fuor</del><ins>.*four</ins>", page)
    for member, status in ((None, 401), (cast.amir, 403), (cast.nia, 403), (cast.max, 403)):
        answer = await talk.house.page(path, member)
        assert answer.status in {status, 303}, member
        assert "fuor" not in answer.text


async def test_rosa_changes_the_title_of_her_topic(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = await talk.topic(cast.rosa)
    rosa = browser(cast.rosa)
    assert TITLE in (await rosa.get(f"/replies/{topic.id}/edit")).text
    await rosa.post(f"/replies/{topic.id}/edit", title="A lamp is dark", body=WORDS, version="1")
    assert (await talk.topic_row(topic.topic_id)).title == "A lamp is dark"
    page = (await talk.house.page(f"/replies/{topic.id}/revisions", cast.mo)).text
    assert re.search(r"<del>.*The</del><ins>.*A</ins> lamp", page)


async def test_two_edits_at_once_are_both_shown(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "One")).id
    phone, desk = browser(cast.amir), browser(cast.amir)
    for each in (phone, desk):
        await each.get(f"/replies/{reply}/edit")
    assert (await phone.post(f"/replies/{reply}/edit", body="From the phone", version="1")).status == 303
    late = await desk.post(f"/replies/{reply}/edit", body="From the desk", version="1")
    assert late.status == 409
    assert _typed(late.text) == "From the desk"
    assert "<p>From the phone</p>" in late.text
    assert (await talk.row(reply)).body == "From the phone"
    assert 'name="version" value="2"' in late.text
    assert (await desk.post(f"/replies/{reply}/edit", body="From both", version="2")).status == 303
    assert (await talk.row(reply)).body == "From both"


async def test_an_edit_that_waits_leaves_the_words_that_stand(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "It is dark")).id
    amir = browser(cast.amir)
    await amir.get(f"/replies/{reply}/edit")
    assert (await amir.post(f"/replies/{reply}/edit", body=ABUSE, version="1")).status == 303
    for member in (None, cast.rosa, cast.amir):
        page = await talk.shown(topic, member)
        assert "It is dark" in page
        assert ABUSE not in page
    assert _typed((await amir.get(f"/replies/{reply}/edit")).text) == ABUSE
    assert await talk.waits(reply, cast.mo)


async def test_held_words_are_shown_once_their_author_mends_them(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = await talk.topic(cast.rosa, words=ABUSE)
    reply = await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id, ABUSE)
    rosa, amir = browser(cast.rosa), browser(cast.amir)
    await rosa.get(f"/replies/{topic.id}/edit")
    assert (await rosa.post(f"/replies/{topic.id}/edit", body=WORDS, title=TITLE, version="1")).status == 303
    await amir.get(f"/replies/{reply.id}/edit")
    assert (await amir.post(f"/replies/{reply.id}/edit", body="It is dark", version="1")).status == 303
    assert WORDS in await talk.shown(topic.topic_id)
    row = await talk.row(reply.id)
    assert (row.state, row.number, row.edited_at) == (PostState.PUBLISHED, 2, None)
    assert not await talk.waits(topic.topic_id, cast.mo)
    assert not await talk.waits(reply.id, cast.mo)


@pytest.mark.parametrize("column", ["locked_at", "archived_at", "hidden"])
async def test_what_can_not_be_saved_any_more_comes_back(
    talk: Talk, cast: Cast, browser: NewBrowser, column: str
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "One")).id
    amir = browser(cast.amir)
    await amir.get(f"/replies/{reply}/edit")
    if column == "hidden":
        await talk.flag(cast.rosa, "topic", topic)
        await talk.decide(cast.mo, topic, "hide")
    else:
        await Topic.filter(id=str(topic)).update(**{column: (await talk.topic_row(topic)).created_at})
    answer = await amir.post(f"/replies/{reply}/edit", body="My long answer", version="1")
    assert answer.status == (404 if column == "hidden" else 409)
    assert _typed(answer.text) == "My long answer"
    assert (await talk.row(reply)).body == "One"


async def test_amir_takes_his_reply_back_after_he_was_asked(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Mine")).id
    await talk.reply(cast.rosa, topic, "Yours", reply_to=str(reply))
    amir = browser(cast.amir)
    assert "Mine" in (await amir.get(f"/replies/{reply}/withdraw")).text
    posted = await amir.post(f"/replies/{reply}/withdraw")
    assert posted.headers["Location"] == f"/topics/{topic}#r-{reply}"
    page = await talk.shown(topic)
    assert "Mine" not in page
    assert "Taken back by its author." in page
    assert f'id="r-{reply}"' in page
    assert "Yours" in page


async def test_a_topic_goes_with_its_text_where_nobody_replied(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    alone, joined = await talk.topic(cast.rosa), await talk.topic(cast.rosa, "Another one", "Its own words")
    await talk.reply(cast.amir, joined.topic_id, "I saw it too")
    rosa = browser(cast.rosa)
    for topic in (alone, joined):
        await rosa.get(f"/replies/{topic.id}/withdraw")
        assert (await rosa.post(f"/replies/{topic.id}/withdraw")).status == 303
    assert (await talk.house.page(f"/topics/{alone.topic_id}")).status == 404
    page = await talk.shown(joined.topic_id)
    assert "I saw it too" in page
    assert "Its own words" not in page


async def test_a_hidden_reply_is_not_changed_or_taken_back(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Mine")).id
    await talk.flag(cast.rosa, "reply", reply)
    await talk.decide(cast.mo, reply, "hide")
    amir = talk.house.caller(cast.amir)
    assert (await amir.patch(f"/replies/{reply}", {"body": "Yours", "version": 1})).status == 409
    assert (await amir.delete(f"/replies/{reply}")).status == 409


async def test_words_that_a_moderator_changed_can_only_be_taken_back(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Mine")).id
    await talk.flag(cast.rosa, "reply", reply)
    await talk.decide(cast.mo, reply, "edit", body="Theirs")
    amir = talk.house.caller(cast.amir)
    assert (await amir.patch(f"/replies/{reply}", {"body": "Yours", "version": 2})).status == 409
    assert (await amir.delete(f"/replies/{reply}")).status == 204


async def test_amir_is_led_to_change_or_take_back_what_waits(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    held = (await talk.reply(cast.amir, topic, ABUSE)).id
    amir = browser(cast.amir)
    page = (await amir.get(f"/topics/{topic}")).text
    assert "Not shown to others yet." in page
    for act in ("edit", "withdraw"):
        assert f'href="/replies/{held}/{act}"' in page
        assert (await amir.get(f"/replies/{held}/{act}")).status == 200
    assert f"/replies/{held}/edit" not in await talk.shown(topic, cast.mo)
    assert str(held) not in await talk.shown(topic, cast.rosa)
