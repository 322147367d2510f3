"""What moderators decide about topics and replies, and that it is gone from every answer at once."""

from functools import partial

import pytest

from forums import wording
from forums.models import PostState
from forums.moderating.moderated import Replies
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.models import SearchEntry
from moderation.content import Tell
from moderation.evidence.models import Evidence
from moderation.known.models import KnownPerson
from tests.cast import Cast
from tests.forums.talk import TITLE, WORDS, Talk

ABUSE = "You are a spastic"


async def test_mo_hides_a_flagged_reply_and_its_number_stays(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    reply, after = await talk.reply(cast.amir, topic.topic_id), await talk.reply(cast.rosa, topic.topic_id, "Thank you")
    assert (await talk.flag(cast.rosa, "reply", reply.id)).status == 201
    await talk.decide(cast.mo, reply.id, "hide")
    row = await talk.row(reply.id)
    assert (row.state, row.number) == (PostState.HIDDEN, 2)
    assert (await talk.row(after.id)).number == 3
    assert (await talk.topic_row(topic.topic_id)).replies == 1
    assert await SearchEntry.filter(target_id=str(reply.id)).count() == 0
    assert not await talk.waits(reply.id, cast.mo)


async def test_a_flag_on_number_one_is_on_its_topic(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    await talk.flag(cast.amir, "reply", topic.id)
    await talk.flag(cast.olga, "topic", topic.topic_id)
    item = await talk.item(topic.topic_id, cast.mo)
    assert item["target"]["type"] == "topic"
    assert item["flags"] == 2
    assert item["text"] == f"{TITLE}\n\n{WORDS}"


async def test_a_hidden_topic_is_found_by_nobody_but_its_author_and_staff(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    await talk.reply(cast.amir, topic.topic_id)
    await talk.flag(cast.amir, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "hide")
    for member in (None, cast.amir):
        assert (await talk.house.caller(member).get(f"/topics/{topic.topic_id}")).status == 404
        assert (await talk.house.caller(member).get(f"/topics/{topic.topic_id}/replies")).status == 404
    assert await SearchEntry.all().count() == 0
    with pytest.raises(NotFound):
        await talk.reply(cast.amir, topic.topic_id)


@pytest.mark.parametrize("kind", ["topic", "reply"])
async def test_what_was_hidden_is_back_after_an_undo(talk: Talk, cast: Cast, kind: str) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id)
    target = topic.topic_id if kind == "topic" else reply.id
    await talk.flag(cast.olga, kind, target)
    decision = await talk.decide(cast.mo, target, "hide")
    assert (await talk.undo(cast.mo, decision)).status == 204
    assert (await talk.topic_row(topic.topic_id)).state == PostState.PUBLISHED
    assert (await talk.row(reply.id)).state == PostState.PUBLISHED
    assert (await talk.topic_row(topic.topic_id)).replies == 1
    assert await SearchEntry.filter(target_id__in=[str(topic.topic_id), str(reply.id)]).count() == 2
    assert await talk.waits(target, cast.mo)


async def test_held_words_wait_and_take_the_next_number_when_they_are_approved(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    held = await talk.reply(cast.amir, topic.topic_id, ABUSE)
    assert (held.status, held.number) == ("held", None)
    shown = await talk.reply(cast.rosa, topic.topic_id, "Thank you")
    await talk.decide(cast.mo, held.id, "approve", clause="", reason="")
    assert (await talk.row(shown.id)).number == 2
    assert (await talk.row(held.id)).number == 3
    assert (await KnownPerson.get(person_id=cast.amir.id)).approved == 1


async def test_a_refused_topic_waits_again_after_an_undo_and_is_shown_by_an_appeal(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa, words=ABUSE)
    assert topic.status == "held"
    decision = await talk.decide(cast.mo, topic.topic_id, "hide")
    assert (await talk.topic_row(topic.topic_id)).state == PostState.REJECTED
    assert (await talk.undo(cast.mo, decision)).status == 204
    assert (await talk.topic_row(topic.topic_id)).state == PostState.HELD
    decision = await talk.decide(cast.mo, topic.topic_id, "hide")
    appeal = await talk.house.caller(cast.rosa).post(f"/decisions/{decision['id']}/appeal", {"text": "A film's title"})
    assert appeal.status == 201


async def test_staff_change_a_title_and_its_text_by_their_first_line(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    await talk.flag(cast.amir, "topic", topic.topic_id)
    decision = await talk.decide(cast.mo, topic.topic_id, "edit", body="A lamp\n\nIt is dark")
    row = await talk.row(topic.id)
    assert ((await talk.topic_row(topic.topic_id)).title, row.body) == ("A lamp", "It is dark")
    assert row.staff_edited_at is not None
    assert (await talk.undo(cast.mo, decision)).status == 204
    row = await talk.row(topic.id)
    assert ((await talk.topic_row(topic.topic_id)).title, row.body) == (TITLE, WORDS)
    assert (row.staff_edited_at, row.edited_at) == (None, None)


async def test_an_edit_without_a_text_is_refused_by_its_field(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    await talk.flag(cast.amir, "topic", topic.topic_id)
    item = await talk.item(topic.topic_id, cast.mo)
    body = {"version": item["version"], "action": "edit", "clause": "kind", "reason": "Long", "body": "x" * 200}
    answer = await talk.house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", body)
    assert (answer.status, answer.json["errors"][0]["field"]) == (422, "body")


async def test_a_topic_is_locked_by_a_decision_and_open_again_by_its_undo(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id)
    await talk.flag(cast.rosa, "reply", reply.id)
    decision = await talk.decide(cast.mo, reply.id, "lock")
    assert (await talk.topic_row(topic.topic_id)).locked_at is not None
    assert (await talk.undo(cast.mo, decision)).status == 204
    assert (await talk.topic_row(topic.topic_id)).locked_at is None


@pytest.mark.parametrize("action", ["silence", "remove"])
async def test_somebody_is_kept_from_writing_in_the_whole_forum_for_a_time(talk: Talk, cast: Cast, action: str) -> None:
    topic, other = await talk.topic(cast.rosa), await talk.topic(cast.rosa, "Bins", "They are late")
    reply = await talk.reply(cast.amir, topic.topic_id)
    await talk.flag(cast.rosa, "reply", reply.id)
    decision = await talk.decide(cast.mo, reply.id, action, seconds=3600)
    assert (await talk.row(reply.id)).state == PostState.HIDDEN
    with pytest.raises(NotAllowed) as refused:
        await talk.reply(cast.amir, other.topic_id, "And now?")
    assert refused.value.until is not None
    assert (await talk.undo(cast.mo, decision)).status == 204
    assert (await talk.reply(cast.amir, other.topic_id, "And now?")).status == "published"


async def test_who_is_removed_for_good_writes_in_no_forum_of_the_force(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id)
    await talk.flag(cast.rosa, "reply", reply.id)
    await talk.decide(cast.mo, reply.id, "remove")
    with pytest.raises(NotAllowed):
        await talk.reply(cast.amir, topic.topic_id, "And now?")


async def test_what_stood_around_a_reply_is_shown_and_kept_with_it(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    first = await talk.reply(cast.amir, topic.topic_id, "The first answer")
    for number in range(12):
        await talk.reply(cast.rosa, topic.topic_id, f"In between, {number}")
    reply = await talk.reply(cast.amir, topic.topic_id, "About the first", reply_to=first.id)
    await talk.flag(cast.rosa, "reply", reply.id)
    [kept] = await Evidence.filter(target_id=str(reply.id))
    assert WORDS in str(kept.snapshot), "what the topic is about"
    assert "The first answer" in str(kept.snapshot), "what it replies to"
    assert "In between, 11" in str(kept.snapshot)


async def test_nobody_shows_or_refuses_words_that_they_did_not_read(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    held = str((await talk.reply(cast.amir, topic.topic_id, ABUSE)).id)
    content = (await Replies().fetch([held]))[held]
    words = wording.Words("Other words", "<p>Other words</p>")
    await atomic(lambda: wording.put_words(held, words, cast.amir.id, quietly=True))
    for act in (Replies().approve, partial(Replies().refuse, reason="")):
        with pytest.raises(Conflict):
            await act(talk.house.app, content, also=_nothing)
    assert (await talk.row(held)).state == PostState.HELD


async def _nothing() -> list[Tell]:
    return []
