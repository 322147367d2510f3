"""axe looks at each page that forums have: a new one that is not listed here fails, and so does one that is gone."""

import json

import pytest
from playwright.async_api import FilePayload, expect

from forums.feature import FEATURE
from forums.meeting.models import AskedToMove
from forums.meeting.ports import PUT_FORWARD, TAKES_PROPOSALS, WasProposed
from forums.places.service import forum_of_force, section_named
from foundation.errors import Invalid
from foundation.permissions import Viewer
from tests.cast import HOME, Cast, Member
from tests.forums.conftest import limits as limits
from tests.forums.talk import WORDS, Talk
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.rooms_from_outside import Room, plan

pytestmark = pytest.mark.browser
NO_PAGES = {
    "/drafts/posted": "JSON for a script that asks whether words arrived",
    "/forums/pictures/{picture}/{size}.webp": "a picture",
    "/forums/{id}/gone": "JSON for a script that follows a list",
    "/topics/{id}/new": "JSON for a script that follows a topic",
}


async def takes_proposals(_neighbourhood: str) -> bool:
    return True


async def propose(viewer: Viewer, topic: str, neighbourhood: str, title: str, what: str) -> WasProposed:
    """As proposals are taken, where they are: nothing in the house does so yet."""
    if not what:
        raise Invalid.at("body", "Say what should be done.")
    return WasProposed("d20p8831ts7ecxc9", "/neighbourhoods/cathays")


@pytest.fixture
async def asked(room: Room, house: House, cast: Cast) -> str:
    """What Rosa is asked about a question of hers that a surgery left; another surgery is to come."""
    question = await (await room.enter(cast.rosa)).ask("Why are the lights out on Lowther Road?")
    await room.act("close")
    ada = house.caller(cast.ada)
    assert (await ada.post(f"/surgeries/{room.id}/questions/{question}/move")).status in (200, 202)
    assert (await ada.post("/surgeries", plan(title="The next evening"))).status == 201
    return str((await AskedToMove.get()).id)


async def every_page(talk: Talk, cast: Cast, asked: str) -> dict[str, tuple[str, Member | None]]:
    """By the path of its route: an address, and who looks at it."""
    forum, topic = await talk.forum(), str((await talk.topic(cast.rosa)).topic_id)
    home, traffic = str(forum["id"]), await section_named(forum, "traffic")
    whole = (await forum_of_force("south-wales"))["id"]
    reply, adas = [str((await talk.reply(member, topic)).id) for member in (cast.amir, cast.ada)]
    words = {"body": "I saw it on Sunday", "version": 1}
    assert (await talk.house.caller(cast.amir).patch(f"/replies/{reply}", words)).status == 200
    return {
        "/admin/sections": ("/admin/sections", cast.dee),
        "/admin/sections/new": ("/admin/sections/new", cast.dee),
        "/admin/sections/{id}": (f"/admin/sections/{traffic['id']}", cast.dee),
        "/drafts": ("/drafts", cast.amir),
        "/following": ("/following", cast.amir),
        "/forums": ("/forums", None),
        "/forums/{forum}": (f"/forums/{whole}", None),
        "/forums/{forum}/exchange": (f"/forums/{home}/exchange", cast.mo),
        "/forums/{forum}/mode": (f"/forums/{home}/mode", cast.mo),
        "/forums/{forum}/tidy": (f"/forums/{home}/tidy", cast.mo),
        "/forums/{forum}/{section}": (f"/forums/{whole}/general", None),
        "/neighbourhoods/{id}/forum": (f"/neighbourhoods/{HOME}/forum", None),
        "/neighbourhoods/{id}/forum/{section}": (f"/neighbourhoods/{HOME}/forum/traffic", None),
        "/questions/{id}/move": (f"/questions/{asked}/move", cast.rosa),
        "/replies/{id}/decide": (f"/replies/{reply}/decide", cast.mo),
        "/replies/{id}/edit": (f"/replies/{reply}/edit", cast.amir),
        "/replies/{id}/official": (f"/replies/{adas}/official", cast.ada),
        "/replies/{id}/revisions": (f"/replies/{reply}/revisions", cast.mo),
        "/replies/{id}/withdraw": (f"/replies/{reply}/withdraw", cast.amir),
        "/topics/new": (f"/topics/new?forum={home}", cast.rosa),
        "/topics/{id}": (f"/topics/{topic}", None),
        "/topics/{id}/arrange": (f"/topics/{topic}/arrange", cast.mo),
        "/topics/{id}/ask": (f"/topics/{topic}/ask", cast.rosa),
        "/topics/{id}/put-forward": (f"/topics/{topic}/put-forward", cast.rosa),
        "/topics/{id}/replies/{reply}": (f"/topics/{topic}/replies/{reply}", None),
        "/topics/{id}/reply": (f"/topics/{topic}/reply", cast.rosa),
        "/topics/{id}/split": (f"/topics/{topic}/split", cast.mo),
        "/unread": ("/unread", cast.amir),
    }


async def test_every_page_that_forums_have(
    browse: Browse, talk: Talk, house: House, cast: Cast, asked: str, axe: str
) -> None:
    """On a phone. What is said there when something is wrong, and a desk in the dark, have tests of their own."""
    house.app._state[PUT_FORWARD], house.app._state[TAKES_PROPOSALS] = propose, takes_proposals
    pages = await every_page(talk, cast, asked)
    routes = {route.path for part in FEATURE.pages for route in part if route.method == "GET"}
    assert routes == pages.keys() | NO_PAGES.keys()
    for address, member in pages.values():
        # A reply's own address leads to its place on the topic's page.
        assert (await house.page(address, member)).status in (200, 302), address
    assert await look(browse, axe, list(pages.values()), "phone") == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_where_a_topic_is_put_forward(
    browse: Browse, talk: Talk, house: House, cast: Cast, axe: str, device: str
) -> None:
    house.app._state[PUT_FORWARD], house.app._state[TAKES_PROPOSALS] = propose, takes_proposals
    topic = (await talk.topic(cast.rosa)).topic_id
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(f"/topics/{topic}")
    await page.get_by_role("link", name="Put it forward as a proposal").click()
    form = page.locator("main form").first
    await expect(form.locator("textarea")).to_have_value(WORDS)
    assert await violations(page, axe) == []
    await fits(page, "as it comes")
    await form.locator("textarea").fill("")
    await form.get_by_role("button", name="Put it forward").click()
    await expect(page.get_by_text("There is a problem")).to_be_visible()
    assert await violations(page, axe) == []
    await fits(page, "without words")


@pytest.mark.parametrize("device", DEVICES)
async def test_what_became_of_a_file(
    browse: Browse, talk: Talk, house: House, cast: Cast, axe: str, device: str
) -> None:
    await talk.topic(cast.rosa)
    forum = (await talk.forum())["id"]
    page = await browse(cast.mo, **DEVICES[device])
    await page.goto(f"/forums/{forum}/exchange")
    async with page.expect_download() as download:
        await page.get_by_role("button", name="As JSON").click()
    file = json.loads((await (await download.value).path()).read_text())
    file["topics"] = [file["topics"][0] | {"id": f"d20p8831ts7ecx{number:02}"} for number in range(2)] + [{"id": 7}]
    given = FilePayload(name="forum.json", mimeType="application/json", buffer=json.dumps(file).encode())
    for said in ("2 topics were brought in.", "2 topics were here already"):
        await page.get_by_label("The file, up to").set_input_files(given)
        await page.get_by_role("button", name="Bring in").click()
        report = page.get_by_role("status").filter(has_text=said)
        await expect(report).to_contain_text("1 topic could not be brought in")
        assert await violations(page, axe) == [], said
        await fits(page, said)
