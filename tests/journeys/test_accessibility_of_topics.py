"""axe finds nothing to complain of in a topic, whoever reads it, and where one writes."""

import pytest

from forums.places.service import staff_forum
from tests.cast import HOME, Cast, Member
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations

pytestmark = pytest.mark.browser
Doors = list[tuple[str, Member | None]]


@pytest.fixture
def limits() -> bool:
    return False


async def busy_topic(talk: Talk, cast: Cast) -> tuple[str, str]:
    """A topic with all that one can have: quotes, an official answer, something hidden, something edited."""
    topic = await talk.topic(cast.rosa, "A lamp", "It is **dark**.\n\n- by the school\n- by the gate")
    path = str(topic.topic_id)
    first = await talk.reply(cast.amir, path, "> It is dark\n\nIndeed, since Monday")
    await talk.reply(cast.ada, path, "A new one comes on Monday.", official=True)
    under = await talk.reply(cast.rosa, path, "Which side?", reply_to=first.id)
    hidden = await talk.reply(cast.amir, path, "A rumour", reply_to=under.id)
    await talk.flag(cast.rosa, "reply", hidden.id)
    await talk.decide(cast.mo, hidden.id, "hide")
    return path, str(first.id)


@pytest.mark.parametrize("device", DEVICES)
async def test_a_topic_as_everybody_sees_it(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str):
    path, _reply = await busy_topic(talk, cast)
    readers = (None, cast.rosa, cast.amir, cast.gwen, cast.ada, cast.mo)
    assert await look(browse, axe, [(f"/topics/{path}", reader) for reader in readers], device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_forums_and_their_lists(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str):
    await busy_topic(talk, cast)
    home, staff = f"/neighbourhoods/{HOME}/forum", (await staff_forum("south-wales"))["id"]
    doors: Doors = [("/forums", None), ("/forums", cast.rosa), (home, None), (home, cast.rosa)]
    doors += [(f"{home}/traffic", None), (f"/forums/{staff}", cast.ada), ("/unread", cast.amir), ("/drafts", cast.amir)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_where_one_writes(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str):
    path, reply = await busy_topic(talk, cast)
    forum = (await talk.forum())["id"]
    doors: Doors = [
        (f"/topics/new?forum={forum}", cast.rosa),
        (f"/topics/{path}/reply?to={reply}&quote={reply}", cast.rosa),
        (f"/replies/{reply}/edit", cast.amir),
        (f"/replies/{reply}/withdraw", cast.amir),
        (f"/replies/{reply}/revisions", cast.mo),
        (f"/flags/new?type=reply&id={reply}&back=/topics/{path}", cast.rosa),
    ]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_list_of_keys_and_what_is_new(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str):
    path, _reply = await busy_topic(talk, cast)
    page = await browse(cast.amir, **DEVICES[device])
    await page.goto(f"/topics/{path}")
    await page.wait_for_timeout(1_000)
    await talk.reply(cast.rosa, path, "Something new")
    await page.get_by_role("button", name="1 new reply").wait_for()
    assert await violations(page, axe) == []
    await page.keyboard.press("?")
    await page.get_by_role("dialog").wait_for()
    assert await violations(page, axe) == []
    await fits(page, "the keys")
