"""What somebody else did after one looked, and before one wrote, is neither lost nor overwritten."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from forums.answers.giving_service import make_official, take_back_official
from forums.answers.solving_service import solve_topic
from forums.arranging.merging.service import merge
from forums.arranging.service import archive_quiet, pin, set_mode
from forums.arranging.splitting.service import split
from forums.changing.edits import Edit
from forums.changing.service import edit_words
from forums.changing.withdrawing_service import withdraw_words
from forums.following.watching.models import HowTold, Watch
from forums.following.watching.service import watch_topic
from forums.models import PostState
from forums.moderating import decisions_service
from forums.pictures.service import PICTURES
from forums.posting import service
from forums.posting.checks import pace
from forums.posting.new import NewReply
from forums.posting.service import post_reply
from foundation import clock
from foundation.errors import Conflict
from foundation.pictures.table import PictureTable
from moderation.decisions.why import Why
from tests.cast import Cast
from tests.forums.invariants import check_forums
from tests.forums.pictures.test_pictures import described
from tests.forums.races.conftest import Between
from tests.forums.talk import Talk

KIND = Why(clause="kind", reason="It says who people are.")


async def test_a_reply_stays_whose_topic_is_taken_back_at_that_moment(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await talk.topic(cast.rosa)
    between("forums.changing.withdrawing_service", lambda: talk.reply(cast.amir, topic.topic_id, "I was in time"))
    await withdraw_words(talk.house.app, cast.rosa.viewer, str(topic.id))
    assert "I was in time" in await talk.shown(topic.topic_id)
    await check_forums()


async def test_what_a_moderator_hides_is_not_taken_back_with_its_evidence(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id)
    app = talk.house.app
    hide = lambda: decisions_service.hide(app, cast.mo.viewer, str(reply.id), KIND)  # noqa: E731
    between("forums.changing.withdrawing_service", hide)
    with pytest.raises(Conflict):
        await withdraw_words(app, cast.amir.viewer, str(reply.id))
    assert (await talk.row(reply.id)).state == PostState.HIDDEN
    await check_forums()


async def test_what_is_replied_to_may_go_into_a_topic_of_its_own_meanwhile(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = await talk.topic(cast.rosa)
    parent = await talk.reply(cast.amir, topic.topic_id)
    app = talk.house.app
    between(
        "forums.posting.service", lambda: split(app, cast.ada.viewer, str(topic.topic_id), [str(parent.id)], "Away")
    )
    said = await talk.reply(cast.rosa, topic.topic_id, "To Amir", reply_to=parent.id)
    row = await talk.row(said.id)
    assert (row.topic_id, row.parent_id) == (topic.topic_id, None)
    await check_forums()


async def _split_off(talk: Talk, cast: Cast, topic: str | None, reply: str | None) -> None:
    await split(talk.house.app, cast.mo.viewer, str(topic), [str(reply)], "Of its own")


async def test_an_answer_is_given_where_its_words_stand(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.ada, topic.topic_id)
    await talk.reply(cast.ada, topic.topic_id)
    between("forums.answers.giving_service", lambda: _split_off(talk, cast, topic.topic_id, reply.id))
    with pytest.raises(Conflict):
        await make_official(talk.house.app, cast.ada.viewer, str(reply.id), None)
    await check_forums()


async def test_what_is_hidden_becomes_no_answer(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.ada, topic.topic_id)
    app = talk.house.app
    between("forums.answers.giving_service", lambda: decisions_service.hide(app, cast.mo.viewer, str(reply.id), KIND))
    with pytest.raises(Conflict):
        await make_official(app, cast.ada.viewer, str(reply.id), None)
    assert not (await talk.row(reply.id)).official
    await check_forums()


async def test_an_answer_is_taken_back_where_its_words_stand(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.ada, topic.topic_id, official=True)
    between("forums.answers.giving_service", lambda: _split_off(talk, cast, topic.topic_id, reply.id))
    with pytest.raises(Conflict):
        await take_back_official(talk.house.app, cast.ada.viewer, str(reply.id))
    await check_forums()


async def test_a_topic_that_was_merged_is_not_solved(talk: Talk, cast: Cast, between: Between) -> None:
    topic, into = await talk.topic(cast.rosa), await talk.topic(cast.amir)
    app = talk.house.app
    between(
        "forums.answers.solving_service",
        lambda: merge(app, cast.ada.viewer, str(topic.topic_id), str(into.topic_id)),
    )
    with pytest.raises(Conflict):
        await solve_topic(app, cast.rosa.viewer, str(topic.topic_id))
    assert (await talk.topic_row(topic.topic_id)).solved_at is None
    await check_forums()


async def test_what_was_taken_down_solves_nothing(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id)
    app = talk.house.app
    between("forums.answers.solving_service", lambda: withdraw_words(app, cast.amir.viewer, str(reply.id)))
    with pytest.raises(Conflict):
        await solve_topic(app, cast.rosa.viewer, str(topic.topic_id), str(reply.id))
    assert (await talk.topic_row(topic.topic_id)).solving_reply_id is None


async def test_a_picture_that_is_removed_as_it_is_posted_is_in_the_post_or_the_post_is_not(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever removes it looked at it while it was loose."""
    topic = await talk.topic(cast.rosa)
    picture = (await described(talk.house, cast.rosa))["id"]
    real = PictureTable.remove_loose

    async def remove_loose(*given: Any) -> None:
        monkeypatch.setattr(PictureTable, "remove_loose", real)
        await talk.reply(cast.rosa, topic.topic_id, "Look", pictures=(picture,))
        await real(*given)

    monkeypatch.setattr(PictureTable, "remove_loose", remove_loose)
    await PICTURES.remove_own(cast.rosa.id, [picture])
    assert picture in await talk.shown(topic.topic_id)
    await check_forums()


async def test_the_words_of_a_picture_are_those_that_were_screened(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await talk.topic(cast.rosa)
    picture = (await described(talk.house, cast.rosa))["id"]
    between("forums.posting.service", lambda: PICTURES.describe(cast.rosa.viewer, picture, "Nobody screened this"))
    with pytest.raises(Conflict):
        await talk.reply(cast.rosa, topic.topic_id, "Look", pictures=(picture,))
    assert "Nobody screened this" not in await talk.shown(topic.topic_id)
    await check_forums()


async def test_sent_twice_at_once_in_slow_mode_is_one_reply_and_no_refusal(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    app = talk.house.app
    await set_mode(app, cast.ada.viewer, topic, "slow", 600)
    new = NewReply(str(uuid4()), "Once")
    outcomes = await asyncio.gather(*(post_reply(app, cast.amir.viewer, topic, new) for _click in range(4)))
    assert len({outcome.id for outcome in outcomes}) == 1
    await check_forums()


async def test_the_second_of_two_clicks_that_comes_after_the_first_was_posted_is_not_too_fast(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    app, real, new = talk.house.app, pace.check_reply_pace, NewReply(str(uuid4()), "Once")
    await set_mode(app, cast.ada.viewer, topic, "slow", 600)

    async def check(*given: Any) -> None:
        monkeypatch.setattr(service, "check_reply_pace", real)
        await post_reply(app, cast.amir.viewer, topic, new)
        await real(*given)

    monkeypatch.setattr(service, "check_reply_pace", check)
    assert (await post_reply(app, cast.amir.viewer, topic, new)).number == 2
    await check_forums()


async def test_at_most_five_are_pinned_by_two_moderators_at_once(talk: Talk, cast: Cast) -> None:
    topics = [str((await talk.topic(cast.rosa)).topic_id) for _each in range(8)]
    pins = (pin(talk.house.app, cast.ada.viewer, topic) for topic in topics)
    refused = [each for each in await asyncio.gather(*pins, return_exceptions=True) if each is not None]
    assert len(refused) == 3, refused
    assert {type(each) for each in refused} == {Conflict}
    await check_forums()


async def test_a_topic_is_not_archived_in_which_somebody_has_just_written(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = await talk.topic(cast.rosa)
    clock.move(timedelta(days=400))
    between("forums.arranging.service", lambda: talk.reply(cast.amir, topic.topic_id, "Still dark"))
    await archive_quiet(talk.house.app)
    assert (await talk.topic_row(topic.topic_id)).archived_at is None


async def test_who_begins_to_follow_while_topics_are_merged_follows_the_one(
    talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from forums.arranging.merging import store as merging_store

    topic, into = await talk.topic(cast.rosa), await talk.topic(cast.amir)
    query = merging_store._FOLLOWERS

    class Late:
        async def rows(self, old: str, new: str) -> Any:
            found = await query.rows(old, new)
            await watch_topic(cast.rosa.viewer, new, HowTold.AT_ONCE)
            return found

    monkeypatch.setattr(merging_store, "_FOLLOWERS", Late())
    await merge(talk.house.app, cast.ada.viewer, str(topic.topic_id), str(into.topic_id))
    assert (await Watch.get(person_id=cast.rosa.id, target_id=into.topic_id)).how is HowTold.AT_ONCE
    await check_forums()


async def test_of_two_edits_the_second_is_told_also_where_its_topic_was_merged_meanwhile(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic, into = await talk.topic(cast.rosa), await talk.topic(cast.amir)
    reply = await talk.reply(cast.amir, topic.topic_id)
    app = talk.house.app

    async def merged_and_edited() -> None:
        await merge(app, cast.ada.viewer, str(topic.topic_id), str(into.topic_id))
        await edit_words(app, cast.amir.viewer, str(reply.id), Edit("From the telephone", 1))

    between("forums.changing.service", merged_and_edited)
    with pytest.raises(Conflict):
        await edit_words(app, cast.amir.viewer, str(reply.id), Edit("From the computer", 1))
    assert (await talk.row(reply.id)).body == "From the telephone"
    await check_forums()
