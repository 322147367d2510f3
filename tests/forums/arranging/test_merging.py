"""Two topics become one, and two again: numbers, addresses, readers and followers."""

import asyncio

import pytest

from forums.arranging.merging.service import merge, unmerge
from forums.following.service import has_read
from forums.following.unread.models import TopicReading
from forums.following.watching.models import HowTold, Watch
from forums.models import PostState
from forums.moved import Moved
from forums.policy import access_reply, access_topic
from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.models import SearchEntry
from foundation.permissions import READER
from notices.models import Notice
from tests.cast import Cast
from tests.forums.talk import Talk


async def two(talk: Talk, cast: Cast) -> tuple[str, str]:
    """A topic with two replies, and the one that it belongs to, with one."""
    into = str((await talk.topic(cast.amir, "Lamps in Cathays", "Which ones are dark?")).topic_id)
    await talk.reply(cast.rosa, into, "All of Salisbury Road")
    old = await talk.topic(cast.rosa)
    one = await talk.reply(cast.amir, old.topic_id, "By the school?")
    await talk.reply(cast.rosa, old.topic_id, "Yes", reply_to=one.id)
    return str(old.topic_id), into


async def test_a_merged_topic_follows_the_other_without_gaps_and_every_address_leads_on(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    links = [reply.id for reply in await talk.replies(old)]
    await merge(talk.house.app, cast.ada.viewer, old, into)
    assert await talk.numbers(into) == [
        (1, "Which ones are dark?"),
        (2, "All of Salisbury Road"),
        (3, "**The lamp by the school**\n\nIt has been dark for a week"),
        (4, "By the school?"),
        (5, "Yes"),
    ]
    row = await talk.topic_row(into)
    assert (row.last_number, row.replies) == (5, 4)
    with pytest.raises(Moved) as moved:
        await access_topic(READER, old)
    assert moved.value.topic_id == into
    for link in links:
        standing, _reply = await access_reply(READER, link)
        assert standing.topic_id == into
    [entry] = await SearchEntry.filter(target_id=links[1])
    assert entry.path.startswith(f"/topics/{into}/")
    assert await SearchEntry.filter(target_id=old).count() == 0
    assert (await talk.row(links[1])).parent_id == links[0], "it answered that topic's own text"
    assert (await talk.row(links[2])).parent_id == links[1]


async def test_it_is_of_its_own_again_with_what_was_said_until_then(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    before = await talk.numbers(old)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    await talk.reply(cast.amir, into, "Since then")
    await has_read(cast.mo.viewer, into, 6)
    await has_read(cast.huw.viewer, into, 4)
    await unmerge(talk.house.app, cast.ada.viewer, old)
    assert await talk.numbers(old) == before
    assert [number for number, _words in await talk.numbers(into)] == [1, 2, 3]
    assert (await talk.numbers(into))[-1] == (3, "Since then")
    assert ((await talk.topic_row(into)).last_number, (await talk.topic_row(into)).replies) == (3, 2)
    assert ((await talk.topic_row(old)).last_number, (await talk.topic_row(old)).replies) == (3, 2)
    assert (await access_topic(READER, old)).topic_id == old
    read = {row.person_id: row.last_number for row in await TopicReading.filter(topic_id=into)}
    assert (read[cast.mo.id], read[cast.huw.id]) == (3, 2)
    assert [reply.parent_id for reply in await talk.replies(old)][:2] == [None, None]
    assert await SearchEntry.filter(target_id=old).count() == 1


async def test_who_had_read_both_has_read_both_and_who_had_not_misses_nothing(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    for person, of_old, of_into in ((cast.mo, 3, 2), (cast.huw, 3, 1), (cast.dee, 2, 2)):
        await has_read(person.viewer, old, of_old)
        await has_read(person.viewer, into, of_into)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    read = {row.person_id: row.last_number for row in await TopicReading.filter(topic_id=into)}
    assert (read[cast.mo.id], read[cast.huw.id], read[cast.dee.id]) == (5, 1, 4)


async def test_who_followed_or_muted_the_one_does_so_with_the_other(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    await Watch.filter(person_id=cast.amir.id, target_id=into).update(how=HowTold.NONE)
    await Watch.filter(person_id=cast.rosa.id, target_id=into).delete()
    await merge(talk.house.app, cast.ada.viewer, old, into)
    how = {row.person_id: row.how for row in await Watch.filter(kind="topic", target_id=into)}
    assert how[cast.rosa.id] is HowTold.DIGEST
    assert how[cast.amir.id] is HowTold.NONE, "what they chose there stands"


async def test_rosa_is_told_where_her_topic_is_now(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    [notice] = await Notice.filter(person_id=cast.rosa.id, kind="topic_changed")
    assert "Lamps in Cathays" in notice.sentence
    assert notice.path.startswith(f"/topics/{into}/replies/")


async def test_a_topic_merged_on_and_on_leads_to_the_last(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    last = str((await talk.topic(cast.olga, "Everything dark", "All of it")).topic_id)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    await merge(talk.house.app, cast.ada.viewer, into, last)
    with pytest.raises(Moved) as moved:
        await access_topic(READER, old)
    assert moved.value.topic_id == last
    with pytest.raises((Conflict, Moved)):
        await unmerge(talk.house.app, cast.ada.viewer, old)
    await unmerge(talk.house.app, cast.ada.viewer, into)
    await unmerge(talk.house.app, cast.ada.viewer, old)
    assert [number for number, _words in await talk.numbers(old)] == [1, 2, 3]


async def test_the_later_of_two_is_taken_out_first(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    later = str((await talk.topic(cast.olga, "Another lamp", "Dark too")).topic_id)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    await merge(talk.house.app, cast.ada.viewer, later, into)
    with pytest.raises(Conflict):
        await unmerge(talk.house.app, cast.ada.viewer, old)
    await unmerge(talk.house.app, cast.ada.viewer, later)
    await unmerge(talk.house.app, cast.ada.viewer, old)
    assert [number for number, _words in await talk.numbers(into)] == [1, 2]


async def test_what_waits_goes_along(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    held = await talk.reply(cast.amir, old, "You are a spastic")
    await merge(talk.house.app, cast.ada.viewer, old, into)
    await talk.decide(cast.mo, held.id, "approve", clause="", reason="")
    assert (await talk.row(held.id)).number == 6


async def test_a_flag_on_a_merged_topic_is_on_its_words_where_they_are(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    await talk.flag(cast.olga, "topic", old)
    await merge(talk.house.app, cast.ada.viewer, old, into)
    first = (await talk.replies(into))[2]
    assert (await talk.item(old, cast.mo))["text"].endswith("It has been dark for a week")
    await talk.decide(cast.mo, old, "hide")
    assert (await talk.row(first.id)).state == PostState.HIDDEN
    assert (await talk.topic_row(into)).state == PostState.PUBLISHED


async def test_replies_sent_while_it_is_merged_are_in_one_of_the_two_and_numbered(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    writing = [talk.reply(cast.amir, old if each % 2 else into, f"Meanwhile {each}") for each in range(12)]
    done = await asyncio.gather(
        *writing[:6], merge(talk.house.app, cast.ada.viewer, old, into), *writing[6:], return_exceptions=True
    )
    refused = [each for each in done if isinstance(each, BaseException)]
    assert all(isinstance(each, Conflict) for each in refused), refused
    numbers = [number for number, _words in await talk.numbers(into)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 5 + 12 - len(refused)
    assert (await talk.topic_row(into)).last_number == len(numbers)
    assert (await talk.topic_row(into)).replies == len(numbers) - 1
    assert await talk.numbers(old) == []


async def test_two_who_merge_each_into_the_other_at_once_end_with_one(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    app = talk.house.app
    done = await asyncio.gather(
        merge(app, cast.ada.viewer, old, into), merge(app, cast.huw.viewer, into, old), return_exceptions=True
    )
    assert len([each for each in done if isinstance(each, str)]) == 1, done
    left = [topic for topic in (old, into) if (await talk.topic_row(topic)).state == PostState.PUBLISHED]
    assert len(left) == 1
    assert [number for number, _words in await talk.numbers(left[0])] == [1, 2, 3, 4, 5]


async def test_nobody_merges_who_does_not_serve_there_nor_into_itself_nor_into_nothing(talk: Talk, cast: Cast) -> None:
    old, into = await two(talk, cast)
    for who in (cast.rosa, cast.nia):
        with pytest.raises(NotAllowed):
            await merge(talk.house.app, who.viewer, old, into)
    for other in (old, "0" * 16, "nothing"):
        with pytest.raises(Invalid):
            await merge(talk.house.app, cast.ada.viewer, old, other)
