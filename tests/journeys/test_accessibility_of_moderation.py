"""axe finds nothing on the pages that moderators and administrators keep beside their queue."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from foundation.settings import Settings
from moderation.evidence.models import Evidence
from moderation.items.models import ReviewItem
from moderation.replay.keeping_service import keep_rules
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look, violations
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room
from tests.running.schema import settings_for

pytestmark = pytest.mark.browser


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    plain = settings_for(database_url, limits=limits, folder=tmp_path / "var")
    return replace(plain, sealed_key="a-key-that-stands-in-no-database-at-all")


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def dee(house: House, cast: Cast) -> AsyncIterator[Browser]:
    """An administrator at her forms."""
    opened = Browser(house.url, cast.dee)
    yield opened
    await opened.close()


@pytest.mark.parametrize("device", DEVICES)
async def test_evidence_and_replay(browse: Browse, cast: Cast, house: House, room: Room, axe: str, device: str) -> None:
    desk = Desk(room)
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "hide_and_warn")
    await keep_rules(house.app)
    [first, *_others] = [str(row.id) for row in await Evidence.all().order_by("id")]
    paths = ["/moderation/evidence", f"/moderation/evidence/{first}", f"/moderation/evidence/{first}/export",
             f"/moderation/evidence/of/message/{message}", f"/moderation/replay?evidence={first}",
             "/moderation/evidence/no-such-thing"]  # fmt: skip
    assert await look(browse, axe, [(path, cast.mo) for path in paths], device) == {}
    printed = await browse(cast.mo, **DEVICES[device])
    await printed.emulate_media(media="print")
    await printed.goto(f"/moderation/evidence/{first}")
    assert await violations(printed, axe) == []


@pytest.mark.parametrize("device", DEVICES)
async def test_sealed_cases(browse: Browse, cast: Cast, room: Room, dee: Browser, axe: str, device: str) -> None:
    await dee.get("/moderation/cases")
    sealed = await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms="Blodwen Pugh")
    assert sealed.status == 303, sealed.text
    case = str(sealed.headers["Location"]).partition("?")[0]
    await dee.get(case)
    assert (await dee.post(f"{case}/cleared", person=cast.mo.id)).status == 303
    await (await room.enter(cast.rosa)).say("They say it was Blodwen Pugh")
    item = await ReviewItem.get(kind="sealed")
    doors: list[tuple[str, Member | None]] = [
        (path, cast.dee) for path in ("/moderation/cases", f"{case}?done=cleared", case)
    ]
    doors += [
        (path, member) for path in ("/moderation", f"/moderation/items/{item.id}") for member in (cast.mo, cast.dee)
    ]
    assert await look(browse, axe, doors, device) == {}
    page = await browse(cast.dee, **DEVICES[device])
    await page.goto("/moderation/cases")
    form = page.locator("form[action='/moderation/cases']")
    async with page.expect_navigation():
        await form.evaluate("form => { form.noValidate = true; form.submit(); }")
    assert await violations(page, axe) == [], "with what was wrong"


@pytest.mark.parametrize("device", DEVICES)
async def test_words_sites_trying_and_who_decides(
    browse: Browse, cast: Cast, room: Room, dee: Browser, axe: str, device: str
) -> None:
    await dee.get("/moderation/words")
    added = await dee.post(
        "/moderation/words", save="true", list="abuse", entry="numpty", why="Meant for the new neighbours"
    )
    await dee.get("/moderation/sites")
    allowed = await dee.post("/moderation/sites", domain="cardiff.gov.uk")
    assert {added.status, allowed.status} == {303}, (added.text, allowed.text)
    await Desk(room).flagged(cast.rosa, cast.amir)
    everybody = ["/moderation/words", "/moderation/sites", "/moderation/try", "/moderation/presets", "/moderation/bans",
                 "/moderation/appeals", "/moderation/drills", "/moderation/replay"]  # fmt: skip
    doors: list[tuple[str, Member | None]] = [(path, cast.dee) for path in everybody]
    doors += [(f"/surgeries/{room.id}/sites", cast.ada), (f"/moderation/flaggers/{cast.amir.id}", cast.mo)]
    assert await look(browse, axe, doors, device) == {}
    page = await browse(cast.mo, **DEVICES[device])
    await page.goto("/moderation/try")
    await page.locator("textarea").first.fill("Ring Dai on 07700 900123")
    async with page.expect_navigation():
        await page.locator("main form button").last.click()
    assert await violations(page, axe) == [], "with what was found"


@pytest.mark.parametrize("device", DEVICES)
async def test_where_nothing_is_yet(browse: Browse, cast: Cast, house: House, axe: str, device: str) -> None:
    paths = ["/moderation", "/moderation/evidence", "/moderation/cases", "/moderation/sites", "/moderation/words",
             "/moderation/presets", "/moderation/bans", "/moderation/appeals", "/moderation/drills", "/moderation/log",
             "/moderation/report", "/moderation/replay"]  # fmt: skip
    doors: list[tuple[str, Member | None]] = [(path, cast.dee) for path in paths]
    doors += [("/decisions", cast.rosa), ("/flags", cast.gwen)]
    assert await look(browse, axe, doors, device) == {}
