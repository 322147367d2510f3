"""axe finds nothing to complain of on any page, on a phone in the light and on a desk in the dark."""

from uuid import uuid4

import pytest

from accounts.staffing.operator_service import create_admin_link
from foundation.mail.unsubscribing import signed
from notices.kinds import NoticeKind
from notices.preferences.links import path_of
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.notices.telling import tell
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("device", DEVICES)
async def test_the_public_pages(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    paths = [
        "/", "/neighbourhoods", f"/neighbourhoods/{HOME}", "/neighbourhoods?postcode=banana", "/surgeries", "/rules",
        "/privacy", "/cookies", "/accessibility", "/complain", "/emergency", "/about-data", "/sign-in", "/guest",
        f"/officers/{cast.ada.id}", f"/officers/{cast.ada.id}/poster", "/check", "/sign-up", "/forgotten",
        "/account/closed", "/reset/no-such-link", "/sign-up/no-such-link", "/link/no-such-link", "/nothing-here",
    ]  # fmt: skip
    assert await look(browse, axe, [(path, None) for path in paths], device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_pages_of_residents_with_accounts(browse: Browse, cast: Cast, axe: str, device: str):
    pages = ["name", "email", "password", "neighbourhood", "age", "avatar", "confirm", "export", "close"]
    doors: list[tuple[str, Member | None]] = [("/account", cast.rosa), ("/account", cast.gwen)]
    doors += [(f"/account/{page}", cast.rosa) for page in pages]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_what_people_are_told(browse: Browse, cast: Cast, house: House, scheduled: Room, axe: str, device: str):
    await tell(house, cast.rosa)
    unsubscribe = signed(house.settings, path_of(cast.rosa.id, NoticeKind.REMINDER))
    pages = ["/notices", "/notices/choices", f"/surgeries/{scheduled.id}/reminder"]
    doors: list[tuple[str, Member | None]] = [(page, member) for page in pages for member in (cast.rosa, cast.gwen)]
    doors += [(pages[-1], None), (unsubscribe, None)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_pages_of_officers(browse: Browse, cast: Cast, scheduled: Room, axe: str, device: str):
    pages = ["", "/avatar", "/photo", "/codes", "/export", "/sign-in-methods", "/sign-in-methods/app"]
    doors: list[tuple[str, Member | None]] = [(f"/account{page}", cast.ada) for page in pages]
    doors += [
        ("/prove?back=/account", cast.ada),
        ("/admin/people", cast.ada),
        (f"/neighbourhoods/{HOME}", cast.ada),
        (f"/neighbourhoods/{HOME}/surgeries/new", cast.ada),
        (f"/surgeries/{scheduled.id}", cast.ada),
        (f"/surgeries/{scheduled.id}/edit", cast.ada),
    ]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_pages_of_administrators(browse: Browse, cast: Cast, axe: str, device: str):
    link = await create_admin_link("new@example.org")
    person = f"/admin/people/{cast.ada.id}"
    acts = ["", "/suspend", "/move", "/change", "/end", "/link"]
    doors: list[tuple[str, Member | None]] = [(person + act, cast.dee) for act in acts]
    pages = ["/admin/people", "/admin/people/new", "/admin/holds", "/account"]
    doors += [(link.path, None), *[(page, cast.dee) for page in pages]]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_room_and_its_transcript(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    question = await rosa.ask("When will the lights be mended?")
    await ada.ok(
        "answer_question", id=question, client_id=str(uuid4()), body="On *Tuesday*: https://example.org/lights"
    )
    said = await rosa.say("I saw it", reply_to=question)
    hidden = await rosa.say("A rumour")
    await mo.ok("hide_message", id=hidden["id"], reason="A rumour")
    await rosa.say("Ring me on 07700 900123", confirm=True)
    path = f"/surgeries/{room.id}"
    doors = [(path, member) for member in (None, cast.gwen, cast.rosa, cast.ada, cast.mo)]
    doors += [(f"{path}/messages/{said['id']}/edit", cast.rosa), (f"{path}/messages/{said['id']}/flag", cast.gwen)]
    assert await look(browse, axe, doors, device) == {}
    await room.act("close")
    doors = [(path, cast.rosa), (path, cast.mo), (f"{path}/transcript", None), (f"/neighbourhoods/{HOME}", None)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_every_part_of_the_console(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    await rosa.ask("When will the lights be mended?")
    await ada.ok("pin_notice", text="The council mends *lights*")
    await ada.ok("relay_message", client_id=str(uuid4()), body="And the bins?", source="phone", kind="question")
    await ada.ok("mark_moment", label="Bins")
    await ada.ok("send_staff_note", client_id=str(uuid4()), body="Who takes this?")
    poll = (await ada.ok("open_poll", question="Where first?", options=["The park", "The station"]))["id"]
    await ada.ok("close_poll", id=poll)
    await ada.ok("open_poll", question="And then?", options=["Home", "Tea"])
    page = await browse(cast.ada, **DEVICES[device])
    await page.goto(f"/surgeries/{room.id}")
    for part in ("Questions", "Queue", "Held", "Polls", "People", "Staff talk", "Tools"):
        await page.get_by_role("tab", name=part).click()
        assert await violations(page, axe) == [], part
        await fits(page, part)
    await page.get_by_role("link", name="Put one into the message box").click()
    assert await violations(page, axe) == []
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Keyboard shortcuts").click()
    assert await violations(page, axe) == []
    doors = [("/canned-answers", cast.ada), (f"/surgeries/{room.id}/canned-answers", cast.ada)]
    assert await look(browse, axe, doors, device) == {}


async def test_the_room_with_everything_unfolded(browse: Browse, cast: Cast, room: Room, axe: str):
    await (await room.enter(cast.rosa)).say("Good evening")
    mo = await browse(cast.mo)
    await mo.goto(f"/surgeries/{room.id}")
    await mo.locator("#log-list li.room-message summary").first.click()
    assert await violations(mo, axe) == []
    amir = await browse(cast.amir)
    await amir.goto(f"/surgeries/{room.id}")
    await amir.locator("#log-list li.room-message summary").first.click()
    await amir.get_by_role("link", name="Flag").first.click()
    assert await violations(amir, axe) == []


@pytest.mark.parametrize("device", DEVICES)
async def test_what_stands_behind_forms(browse: Browse, cast: Cast, axe: str, device: str):
    """What waits for another administrator, refused forms, a sheet of codes, and an answer of /check."""
    wrong = {}

    async def send(member: Member | None, path: str, button: str, **filled: str) -> str:
        page = await browse(member, **DEVICES[device])
        await page.goto(path)
        for field, value in filled.items():
            await page.locator(f"main [name={field}]").last.fill(value)
        async with page.expect_navigation():
            await page.locator("main").get_by_role("button", name=button, exact=True).click()
        if found := await violations(page, axe):
            wrong[f"{path}, {button}"] = found
        await fits(page, path)
        landed = page.url
        await page.context.close()
        return landed

    enrolled = {"name": "Osian Pugh", "email": "op@example.org", "rank": "PC", "number": "5150", "neighbourhoods": HOME}
    waiting = await send(cast.dee, "/admin/people/new", "Enter, for another to confirm", **enrolled)
    assert "/admin/enrolments/" in waiting
    await send(cast.dai, waiting, "Refuse")
    await send(cast.dee, "/admin/people/new", "Enter, for another to confirm")
    await send(cast.dee, f"/admin/people/{cast.ada.id}/suspend", "Suspend")
    await send(cast.dee, "/admin/holds", "Place the hold")
    await send(cast.ada, "/account/codes", "Make the sheet", count="3")
    await send(cast.rosa, "/account/close", "Close my account")
    await send(None, "/check", "Check the words", code="one two three")
    await send(None, "/sign-up", "Send me the link")
    await send(None, "/forgotten", "Send me the link", email="somebody@example.org")
    assert wrong == {}


async def test_the_pages_in_welsh_say_so(browse: Browse, cast: Cast, axe: str):
    page = await browse()
    await page.goto("/")
    await page.get_by_role("link", name="Cymraeg").click()
    assert await page.evaluate("document.documentElement.lang") == "cy"
    assert await violations(page, axe) == []
    assert await page.get_by_role("link", name="English").count() == 1
