"""A name that was worded out of a topic is gone behind every door, though its topic stands: also as it was called."""

from collections.abc import Awaitable, Callable

import pytest

from forums.following.telling.teller import TELLER
from foundation.models import OutboxMail
from notices.models import Notice
from tests.cast import Cast
from tests.forums.following.acts import evening, follow, mails_to, text_of
from tests.forums.talk import Talk
from tests.forums.test_taken_down import NAME, OTHERS, WORDS, Scene, _readers_of
from tests.forums.test_taken_down import settings as settings
from tests.running.smtp import Postbox

Reword = Callable[[Scene, str], Awaitable[None]]
TITLE, TEXT = "The singers of Salisbury Road", "They sing under the dark lamps on Salisbury Road"


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def _by_rosa(scene: Scene, first: str) -> None:
    edit = {"title": TITLE, "body": TEXT, "version": 1}
    answer = await scene.talk.house.caller(scene.talk.cast.rosa).patch(f"/replies/{first}", edit)
    assert answer.status == 200, answer.text


async def _by_mo(scene: Scene, _first: str) -> None:
    topic, cast = scene.topics["whole"], scene.talk.cast
    assert (await scene.talk.flag(cast.amir, "topic", topic)).status == 201
    await scene.talk.decide(cast.mo, topic, "edit", body=f"{TITLE}\n\n{TEXT}")


@pytest.fixture(params=[_by_rosa, _by_mo], ids=["by who wrote it", "by a moderator"])
async def scene(request: pytest.FixtureRequest, talk: Talk, cast: Cast) -> Scene:
    """Everybody follows, was told, and has it on pages that are kept; then its title and its text are other ones."""
    house, forum = talk.house, (await talk.forum())["id"]
    await follow(house, cast.amir, f"/forums/{forum}", "at_once")
    await follow(house, cast.olga, f"/forums/{forum}")
    begun = await talk.topic(cast.rosa, f"The {NAME}s of Salisbury Road", WORDS)
    await talk.reply(cast.amir, begun.topic_id, "I know them")
    await house.app[TELLER].tell()
    made = Scene(talk, {"whole": str(begun.topic_id)}, {"first": str(begun.id)}, "", forum)
    assert len(await _readers_of(made, (None, "amir"))) > 20, "there must be something to take"
    await request.param(made, str(begun.id))
    return made


async def test_no_page_no_call_and_no_feed_still_says_it(scene: Scene) -> None:
    assert await _readers_of(scene, OTHERS) == []


async def test_nobody_is_told_of_it_or_sent_it(scene: Scene, cast: Cast, postbox: Postbox) -> None:
    house = scene.talk.house
    await evening(house)
    sent = [text_of(mail) for member in (cast.amir, cast.olga) for mail in mails_to(postbox, member)]
    assert any(TITLE in text for text in sent), "they must be told of it as it is now"
    stored = [*await Notice.all().values(), *await OutboxMail.all().values()]
    assert NAME not in "".join(sent) + str(stored)


async def test_staff_alone_read_what_stood_there(scene: Scene) -> None:
    path = f"/replies/{scene.replies['first']}/revisions"
    assert NAME in (await scene.talk.house.page(path, scene.talk.cast.mo)).text
    assert (await scene.talk.house.page(path, scene.talk.cast.amir)).status == 403
