"""What is not on a screen is in no answer of a search: not as a result, in an excerpt, or as a count."""

from functools import partial

import pytest

from forums import showing, wording
from forums.models import PostState
from foundation.database import atomic
from foundation.models import SearchEntry
from tests.cast import Cast
from tests.forums.finding.conftest import Finder
from tests.forums.talk import Talk

SECRET = "xylophone"
EVERYBODY = ("rosa", "amir", "ada", "mo", None)


async def _nowhere(find: Finder, cast: Cast) -> None:
    for name in EVERYBODY:
        member = getattr(cast, name) if name else None
        assert await find(SECRET, member) == []
        assert SECRET not in await find.everything("trombone", member)
    assert await SearchEntry.filter(words__contains=SECRET).count() == 0
    assert await SearchEntry.filter(title__contains=SECRET).count() == 0


@pytest.mark.parametrize("state", [PostState.HIDDEN, PostState.REJECTED, PostState.WITHDRAWN])
async def test_a_reply_that_was_taken_down(find: Finder, talk: Talk, cast: Cast, state: PostState) -> None:
    topic = await talk.topic(cast.rosa, "Music", "A trombone at night")
    reply = await talk.reply(cast.amir, topic.topic_id, f"And a {SECRET} with the trombone")
    assert await find.ids(SECRET) == [reply.id]
    await atomic(partial(showing.take_down, str(reply.id), state))
    await _nowhere(find, cast)
    await atomic(partial(showing.show_reply, str(reply.id)))
    assert await find.ids(SECRET) == [reply.id]


async def test_a_topic_that_was_hidden_with_all_that_was_said_in_it(find: Finder, talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa, f"A {SECRET} at night", "A trombone too")
    hidden, shown = [await talk.reply(cast.amir, topic.topic_id, f"{SECRET} {each}") for each in ("one", "two")]
    await atomic(partial(showing.take_down, str(hidden.id), PostState.HIDDEN))
    await atomic(partial(showing.take_down_topic, str(topic.topic_id), PostState.HIDDEN))
    await _nowhere(find, cast)
    await atomic(partial(showing.show_topic, str(topic.topic_id)))
    assert set(await find.ids(SECRET)) == {topic.topic_id, shown.id}


async def test_words_that_were_edited_away(find: Finder, talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa, f"The {SECRET}", f"My {SECRET} and a trombone")
    first = str((await talk.replies(topic.topic_id))[0].id)
    await atomic(
        partial(wording.put_words, first, wording.Words("A trombone", "<p>A trombone</p>", "Music"), cast.rosa.id)
    )
    await _nowhere(find, cast)
    assert await find.ids("trombone") == [topic.topic_id]


async def test_a_title_and_first_words_that_are_others_are_found_and_the_replies_stand_under_them(
    find: Finder, talk: Talk, cast: Cast
) -> None:
    topic = await talk.topic(cast.rosa, f"The {SECRET}", f"My {SECRET} and a trombone")
    reply = await talk.reply(cast.amir, topic.topic_id, "I heard the oboe")
    words = {"body": "A trombone and a flute", "title": "Music at night", "version": 1}
    changed = await talk.house.caller(cast.rosa).patch(f"/replies/{topic.id}", words)
    assert changed.status == 200, changed.text
    await _nowhere(find, cast)
    assert await find.ids("flute") == await find.ids("night") == [topic.topic_id]
    [said] = await find("oboe")
    assert (said["id"], said["title"]) == (reply.id, "Music at night")


async def test_an_edit_that_waits_for_a_moderator(find: Finder, talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa, "Music", "A trombone at night")
    first = str((await talk.replies(topic.topic_id))[0].id)
    waits = wording.Words(f"A {SECRET}", f"<p>A {SECRET}</p>", f"{SECRET}", "It waits")
    await atomic(partial(wording.let_edit_wait, first, waits))
    await _nowhere(find, cast)
    assert await find.ids("trombone") == [topic.topic_id]


async def test_words_that_their_author_took_back_from_a_topic_that_stands(find: Finder, talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa, "Music", f"A {SECRET} and a trombone")
    reply = await talk.reply(cast.amir, topic.topic_id, "A trombone?")
    first = str((await talk.replies(topic.topic_id))[0].id)
    await atomic(partial(showing.withdraw_text, first))
    await _nowhere(find, cast)
    assert await find.ids("music") == [topic.topic_id]
    assert await find.ids("trombone") == [reply.id]


async def test_what_was_never_shown(find: Finder, talk: Talk, cast: Cast) -> None:
    held = await talk.topic(cast.rosa, f"A {SECRET}", "Call me about the trombone on 07700 900123", confirm=True)
    assert held.status == "held", "must wait for a moderator for this to mean anything"
    await _nowhere(find, cast)
