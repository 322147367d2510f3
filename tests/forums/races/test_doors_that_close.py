"""What closes between the moment at which words are read and that at which they are stored keeps them out."""

import asyncio
from uuid import uuid4

import pytest

from forums.arranging.service import archive, lock
from forums.changing.edits import Edit
from forums.changing.service import edit_words
from forums.drafts.service import drop_in
from forums.models import Reply, Topic
from forums.places.keeping import mode_service
from forums.places.keeping import service as keeping_service
from forums.places.models import ForumKind
from forums.posting.new import NewReply, NewTopic
from forums.posting.service import post_reply, post_topic
from foundation.errors import Closed, Conflict, KeptOut, NotAllowed, Refusal, TooFast
from foundation.permissions import Viewer
from moderation.modes import Mode
from tests.cast import Cast
from tests.forums.invariants import check_forums
from tests.forums.races.conftest import Between
from tests.forums.talk import Talk


class Doors:
    """Each closes to Amir, by its name."""

    def __init__(self, talk: Talk, cast: Cast, topic: str, flagged: str) -> None:
        self.talk, self.cast, self.topic, self.flagged = talk, cast, topic, flagged

    async def silence(self) -> None:
        await self.talk.decide(self.cast.mo, self.flagged, "silence", seconds=3600)

    async def remove(self) -> None:
        await self.talk.decide(self.cast.mo, self.flagged, "remove", seconds=3600)

    async def lock(self) -> None:
        await lock(self.talk.house.app, self.cast.mo.viewer, self.topic, "The case is in court")

    async def archive(self) -> None:
        await archive(self.talk.house.app, self.cast.mo.viewer, self.topic)

    async def forum(self) -> None:
        forum = str((await self.talk.forum())["id"])
        await mode_service.set_mode(self.talk.house.app, self.cast.mo.viewer, forum, Mode.LOCKED, None, "")

    async def section(self) -> None:
        sections = await keeping_service.kept_sections(self.cast.dee.viewer)
        [traffic] = [one for one in sections[ForumKind.NEIGHBOURHOOD] if one["slug"] == "traffic"]
        await keeping_service.archive_section(self.talk.house.app, self.cast.dee.viewer, traffic["id"])


@pytest.fixture
async def doors(talk: Talk, cast: Cast) -> Doors:
    """Amir's words were flagged, in Rosa's topic."""
    topic = await talk.topic(cast.rosa)
    words = await talk.reply(cast.amir, topic.topic_id, "Words that somebody flags")
    assert (await talk.flag(cast.olga, "reply", words.id)).status == 201
    return Doors(talk, cast, str(topic.topic_id), str(words.id))


CLOSED: dict[str, type[Refusal]] = {"silence": NotAllowed, "remove": KeptOut, "lock": Closed, "archive": Closed}
CLOSED |= {"forum": Closed, "section": Closed}


@pytest.mark.parametrize("door", ["silence", "remove", "lock", "archive", "forum"])
async def test_no_reply_comes_after_the_door_closed(
    doors: Doors, talk: Talk, cast: Cast, between: Between, door: str
) -> None:
    between("forums.posting.service", getattr(doors, door))
    with pytest.raises(CLOSED[door]):
        await talk.reply(cast.amir, doors.topic, "A moment too late")
    assert not await Reply.filter(body="A moment too late").exists()
    await check_forums()


@pytest.mark.parametrize("door", ["silence", "remove", "forum", "section"])
async def test_no_topic_comes_after_the_door_closed(
    doors: Doors, talk: Talk, cast: Cast, between: Between, door: str
) -> None:
    between("forums.posting.service", getattr(doors, door))
    with pytest.raises(CLOSED[door]):
        await talk.topic(cast.amir, "A moment too late", section="traffic")
    assert not await Topic.filter(title="A moment too late").exists()
    await check_forums()


@pytest.mark.parametrize("door", ["silence", "remove", "lock", "archive"])
async def test_no_edit_comes_after_the_door_closed(doors: Doors, cast: Cast, between: Between, door: str) -> None:
    words = str((await doors.talk.reply(cast.amir, doors.topic, "Words that stand")).id)
    between("forums.changing.service", getattr(doors, door))
    with pytest.raises(CLOSED[door]):
        await edit_words(doors.talk.house.app, cast.amir.viewer, words, Edit("A moment too late", 1))
    assert (await doors.talk.row(words)).body == "Words that stand"
    await check_forums()


async def test_who_is_put_out_waits_for_words_that_are_being_stored(
    doors: Doors, talk: Talk, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come before the decision, which is told once nothing can come after it."""
    storing, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(viewer: Viewer, place: str) -> None:
        storing.set()
        await go_on.wait()
        await drop_in(viewer, place)

    monkeypatch.setattr("forums.posting.adding.drop_in", slowly)
    posting = asyncio.create_task(talk.reply(cast.amir, doors.topic, "Just in time"))
    await storing.wait()
    silencing = asyncio.create_task(doors.silence())
    done, _waiting = await asyncio.wait({silencing}, timeout=1.5)
    go_on.set()
    await asyncio.gather(posting, silencing)
    assert not done
    await check_forums()


async def test_of_two_topics_that_get_words_under_one_id_at_once_one_is_told_that_it_got_none(
    talk: Talk, cast: Cast, between: Between
) -> None:
    app, client_id = talk.house.app, str(uuid4())
    lamps, bins = [str((await talk.topic(cast.rosa, title)).topic_id) for title in ("The lamps", "The bins")]
    first = lambda: post_reply(app, cast.amir.viewer, lamps, NewReply(client_id, "About lamps"))  # noqa: E731
    between("forums.posting.service", first)
    with pytest.raises(Conflict):
        await post_reply(app, cast.amir.viewer, bins, NewReply(client_id, "About bins"))
    assert await Reply.filter(body="About bins").count() == 0
    await check_forums()


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_topic_under_the_id_of_a_reply_is_no_topic_and_says_so(
    talk: Talk, cast: Cast, between: Between, at_once: bool
) -> None:
    app, client_id, forum = talk.house.app, str(uuid4()), str((await talk.forum())["id"])
    lamps = str((await talk.topic(cast.rosa)).topic_id)
    first = lambda: post_reply(app, cast.amir.viewer, lamps, NewReply(client_id, "About lamps"))  # noqa: E731
    if at_once:
        between("forums.posting.service", first)
    else:
        await post_reply(app, cast.amir.viewer, lamps, NewReply(client_id, "About lamps"))
    with pytest.raises(Conflict):
        await post_topic(app, cast.amir.viewer, forum, NewTopic(client_id, "The bins", "Are not emptied"))
    assert not await Topic.filter(title="The bins").exists()
    await check_forums()


async def _slow_topic(talk: Talk, cast: Cast) -> str:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await Topic.filter(id=topic).update(mode=Mode.SLOW, slow_seconds=60)
    return topic


async def test_of_two_replies_at_once_slow_mode_lets_one_in(talk: Talk, cast: Cast, between: Between) -> None:
    topic = await _slow_topic(talk, cast)
    between("forums.posting.service", lambda: talk.reply(cast.amir, topic, "The first"))
    with pytest.raises(TooFast) as refused:
        await talk.reply(cast.amir, topic, "The second")
    assert refused.value.retry_after in range(50, 61)
    assert [words for _number, words in await talk.numbers(topic)][1:] == ["The first"]
    storm = [talk.reply(cast.olga, topic, f"Olga's {number}") for number in range(8)]
    told = await asyncio.gather(*storm, return_exceptions=True)
    assert sum(isinstance(each, TooFast) for each in told) == 7
    assert len(await talk.numbers(topic)) == 3
    await check_forums()


async def test_of_two_clicks_in_slow_mode_both_are_told_of_the_one_reply(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = await _slow_topic(talk, cast)
    new = NewReply(str(uuid4()), "Clicked twice")
    first = []

    async def click() -> None:
        first.append(await post_reply(talk.house.app, cast.amir.viewer, topic, new))

    between("forums.posting.service", click)
    assert [await post_reply(talk.house.app, cast.amir.viewer, topic, new)] == first
    storm = NewReply(str(uuid4()), "Clicked often")
    told = await asyncio.gather(*(post_reply(talk.house.app, cast.olga.viewer, topic, storm) for _click in range(8)))
    assert len({outcome.id for outcome in told}) == 1
    assert [words for _number, words in await talk.numbers(topic)][1:] == ["Clicked twice", "Clicked often"]


async def test_a_topic_that_is_slowed_down_meanwhile_takes_no_second_reply(
    talk: Talk, cast: Cast, between: Between
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.reply(cast.amir, topic, "A moment ago")

    async def slow() -> None:
        await Topic.filter(id=topic).update(mode=Mode.SLOW, slow_seconds=60)

    between("forums.posting.service", slow)
    with pytest.raises(TooFast):
        await talk.reply(cast.amir, topic, "Too soon")
