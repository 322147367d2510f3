"""Some replies become a topic of their own, with all that answers them."""

import pytest

from forums.arranging.merging.service import merge
from forums.arranging.splitting.service import split
from forums.following.service import has_read
from forums.following.unread.models import TopicReading
from forums.following.watching.models import Watch
from forums.models import PostState
from forums.policy import access_reply
from foundation.errors import Invalid, NotAllowed
from foundation.models import SearchEntry
from foundation.permissions import READER
from tests.cast import Cast
from tests.forums.talk import TITLE, Talk


async def talked(talk: Talk, cast: Cast) -> tuple[str, dict[str, str]]:
    """A topic of two matters: the lamp, and from number 3 the bins, whose answers stand between."""
    topic = str((await talk.topic(cast.rosa)).topic_id)
    said: dict[str, str] = {}
    for words, to in (("lamp", None), ("bins", None), ("lamp too", "lamp"), ("on Friday", "bins"), ("no", "on Friday")):
        said[words] = str((await talk.reply(cast.amir, topic, words, reply_to=said.get(to or ""))).id)
    return topic, said


async def test_the_bins_get_a_topic_with_all_that_answers_them(talk: Talk, cast: Cast) -> None:
    topic, said = await talked(talk, cast)
    await has_read(cast.mo.viewer, topic, 6)
    await has_read(cast.huw.viewer, topic, 3)
    new = await split(talk.house.app, cast.ada.viewer, topic, [said["bins"]], "The bins")
    assert await talk.numbers(new) == [(1, "bins"), (2, "on Friday"), (3, "no")]
    assert [number for number, _words in await talk.numbers(topic)] == [1, 2, 3]
    assert [words for _number, words in await talk.numbers(topic)][1:] == ["lamp", "lamp too"]
    for id_, count in ((new, 3), (topic, 3)):
        row = await talk.topic_row(id_)
        assert (row.last_number, row.replies) == (count, count - 1)
    assert (await talk.row(said["no"])).parent_id == said["on Friday"]
    assert (await talk.row(said["on Friday"])).parent_id is None, "it answers the topic itself"
    assert (await talk.topic_row(new)).author_id == cast.amir.id
    for id_ in said.values():
        standing, _reply = await access_reply(READER, id_)
        assert standing.topic_id == (new if id_ in (said["bins"], said["on Friday"], said["no"]) else topic)
    read = {row.person_id: row.last_number for row in await TopicReading.filter(topic_id=topic)}
    assert (read[cast.mo.id], read[cast.huw.id]) == (3, 2)
    assert await SearchEntry.filter(target_id=new, title="The bins").count() == 1
    assert await SearchEntry.filter(parent_id=topic).count() == 2
    assert await Watch.filter(person_id=cast.amir.id, target_id=new).count() == 1


async def test_merged_again_it_stands_at_the_end(talk: Talk, cast: Cast) -> None:
    topic, said = await talked(talk, cast)
    new = await split(talk.house.app, cast.ada.viewer, topic, [said["bins"]], "The bins")
    await merge(talk.house.app, cast.ada.viewer, new, topic)
    numbers = await talk.numbers(topic)
    assert [number for number, _words in numbers] == [1, 2, 3, 4, 5, 6]
    assert [words for _number, words in numbers][3:] == ["**The bins**\n\nbins", "on Friday", "no"]


async def test_what_waits_as_an_answer_goes_along(talk: Talk, cast: Cast) -> None:
    topic, said = await talked(talk, cast)
    held = await talk.reply(cast.rosa, topic, "You are a spastic", reply_to=said["bins"])
    new = await split(talk.house.app, cast.ada.viewer, topic, [said["bins"]], "The bins")
    await talk.decide(cast.mo, held.id, "approve", clause="", reason="")
    row = await talk.row(held.id)
    assert (row.topic_id, row.number) == (new, 4)


async def test_a_topic_begins_with_what_everybody_can_read(talk: Talk, cast: Cast) -> None:
    topic, said = await talked(talk, cast)
    await talk.flag(cast.rosa, "reply", said["bins"])
    await talk.decide(cast.mo, said["bins"], "hide")
    with pytest.raises(Invalid):
        await split(talk.house.app, cast.ada.viewer, topic, [said["bins"]], "The bins")
    await split(talk.house.app, cast.ada.viewer, topic, [said["on Friday"], said["no"]], "Fridays")
    assert (await talk.row(said["bins"])).state == PostState.HIDDEN


async def test_the_topics_own_text_stays_and_strangers_split_nothing(talk: Talk, cast: Cast) -> None:
    topic, said = await talked(talk, cast)
    first = (await talk.replies(topic))[0].id
    for chosen, title in (([first], "Mine"), ([], "Nothing"), (["x"], "Nonsense"), ([said["bins"]], "")):
        with pytest.raises(Invalid):
            await split(talk.house.app, cast.ada.viewer, topic, chosen, title)
    for who in (cast.rosa, cast.nia):
        with pytest.raises(NotAllowed):
            await split(talk.house.app, who.viewer, topic, [said["bins"]], "The bins")
    assert (await talk.topic_row(topic)).title == TITLE
