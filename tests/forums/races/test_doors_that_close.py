"""What closes between the moment at which words are read and that at which they are stored keeps them out."""

import asyncio

import pytest

from forums.arranging.service import archive, lock
from forums.changing.edits import Edit
from forums.changing.service import edit_words
from forums.drafts.service import drop_in
from forums.models import Reply, Topic
from forums.places.keeping import mode_service
from forums.places.keeping import service as keeping_service
from forums.places.models import ForumKind
from foundation.errors import Closed, KeptOut, NotAllowed, Refusal
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
