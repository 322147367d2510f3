"""Pictures of an edit that a moderator is to read first: they wait with its words, and go with them."""

import re

import pytest

from forums.models import PostState
from forums.moderating.content import fetch_replies
from forums.pictures.models import ReplyPicture
from tests.accounts.avatars.pictures import photo, written
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.clients import JSON, Answer
from tests.forums.pictures.test_pictures import described, fetched
from tests.forums.talk import Talk

ABUSE = "You are a spastic"


async def _edited(talk: Talk, cast: Cast, reply: str, body: str, *pictures: str) -> Answer:
    """Amir changes his words; without `pictures` he says nothing of them."""
    change: JSON = {"body": body, "version": (await talk.row(reply)).version}
    return await talk.house.caller(cast.amir).patch(
        f"/replies/{reply}", change | ({"pictures": list(pictures)} if pictures else {})
    )


async def _held(talk: Talk, cast: Cast) -> tuple[str, JSON]:
    """Amir's reply, and the picture that waits with its edit."""
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = str((await talk.reply(cast.amir, topic, "It is dark")).id)
    picture = await described(talk.house, cast.amir)
    assert (await _edited(talk, cast, reply, ABUSE, picture["id"])).status == 202
    assert (await fetched(talk.house, picture["large"]))[0] == 404
    return reply, picture


async def _refused_and_put_back(talk: Talk, cast: Cast, reply: str) -> None:
    await talk.undo(cast.mo, await talk.decide(cast.mo, reply, "hide"))


async def _worded_by_a_moderator(talk: Talk, cast: Cast, reply: str) -> None:
    worded = await talk.decide(cast.mo, reply, "edit", body="It is rather dark")
    # Only so does its author get to change it again.
    assert (await talk.undo(cast.mo, worded)).status == 204


async def _edited_by_its_author(talk: Talk, cast: Cast, reply: str) -> None:
    assert (await _edited(talk, cast, reply, "It is very dark")).status == 200


@pytest.mark.parametrize("ended", [_refused_and_put_back, _worded_by_a_moderator, _edited_by_its_author])
async def test_a_picture_goes_with_the_edit_that_it_waited_with(talk: Talk, cast: Cast, ended) -> None:
    reply, picture = await _held(talk, cast)
    await ended(talk, cast, reply)
    assert (await ReplyPicture.get(id=picture["id"])).large is None
    assert (await _edited(talk, cast, reply, ABUSE)).status == 202
    await talk.decide(cast.mo, reply, "approve")
    row = await talk.row(reply)
    assert (row.body, row.pictures) == (ABUSE, 0)
    assert (await fetched(talk.house, picture["large"]))[0] == 404


@pytest.mark.parametrize("what", ["topic", "reply"])
async def test_a_picture_goes_with_the_words_that_are_hidden_with_its_edit(talk: Talk, cast: Cast, what: str) -> None:
    if what == "topic":
        said = await talk.topic(cast.amir, words=ABUSE)
    else:
        said = await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id, ABUSE)
    target = said.topic_id if what == "topic" else said.id
    approved = await talk.decide(cast.mo, target, "approve")
    picture = await described(talk.house, cast.amir)
    assert (await _edited(talk, cast, str(said.id), f"{ABUSE} too", picture["id"])).status == 202
    assert (await talk.undo(cast.mo, approved)).status == 204
    assert (await talk.row(said.id)).state == PostState.HIDDEN
    assert (await ReplyPicture.get(id=picture["id"])).large is None


async def test_a_picture_waits_on_when_its_edit_is_changed_and_held_again(talk: Talk, cast: Cast) -> None:
    reply, picture = await _held(talk, cast)
    assert (await _edited(talk, cast, reply, f"{ABUSE} too", picture["id"])).status == 202
    assert (await fetched(talk.house, picture["large"]))[0] == 404
    assert (await talk.row(reply)).pictures == 0
    await talk.decide(cast.mo, reply, "approve")
    assert (await fetched(talk.house, picture["large"]))[0] == 200


async def test_a_picture_is_shown_once_its_edit_is_mended(talk: Talk, cast: Cast) -> None:
    reply, picture = await _held(talk, cast)
    assert (await _edited(talk, cast, reply, "It is so dark", picture["id"])).status == 200
    assert (await fetched(talk.house, picture["large"]))[0] == 200
    assert (await talk.row(reply)).pictures == 1


async def test_moderators_see_which_pictures_wait(talk: Talk, cast: Cast) -> None:
    reply, picture = await _held(talk, cast)
    digest = (await ReplyPicture.get(id=picture["id"])).sha256
    assert (await fetch_replies([reply]))[reply].pictures == (digest,)


async def test_pictures_that_wait_keep_their_order(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    sent = [(await described(talk.house, cast.amir, written(photo(300 + each, 200), "PNG")))["id"] for each in range(3)]
    first, *_rest = sent
    reply = str((await talk.reply(cast.amir, topic, "It is dark", pictures=(first,))).id)
    wanted = [sent[2], first, sent[1]]
    assert (await _edited(talk, cast, reply, ABUSE, *wanted)).status == 202
    page = (await browser(cast.amir).get(f"/replies/{reply}/edit")).text
    assert re.findall(r'name="alt-(\w{16})"', page) == wanted
    digests = dict(await ReplyPicture.all().values_list("id", "sha256"))
    assert (await fetch_replies([reply]))[reply].pictures == tuple(digests[id_] for id_ in wanted)
