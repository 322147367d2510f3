"""The office without scripts: the floor as a picture, all of it as a list, and its two switches."""

import pytest

from accounts.avatars.shown import avatar_of
from foundation.models import AuditEntry
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.rooms_from_outside import Room


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def office_of(room: Room, member: object) -> str:
    answer = await room.house.page(f"/surgeries/{room.id}/office", member)  # type: ignore[arg-type]
    assert answer.status == 200
    return answer.text


async def test_a_reader_sees_the_floor_its_people_and_all_it_offers(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.ok("step_in")
    await room.enter(cast.ada)
    page = await office_of(room, None)
    assert page.count(f'data-walker="{cast.rosa.id}"') == 1
    assert page.count(f'data-walker="{cast.ada.id}"') == 1
    assert "PC 4127" in page
    assert "Ada Okafor is behind the desk." in page
    for words in (
        "Front desk",
        "Notice board",
        "Sofa: the questions",
        "Door",
        "Ask for a word alone",
        "Open. Come in.",
    ):
        assert words in page
    assert "There are no alerts" in page
    assert 'style="' not in page.partition("floor-svg")[2].partition("</svg>")[0]


async def test_only_the_record_puts_a_uniform_on_somebody(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.ok("step_in")
    page = await office_of(room, None)
    figure = page.partition(f'data-walker="{cast.rosa.id}"')[2].partition("</text>")[0]
    assert 'href="" x=' in figure, "no layer over a resident's face"
    row = {"id": cast.rosa.id, "name": "x", "avatar": "officer-bun-sky", "photo": None, "closed_at": None}
    assert avatar_of(row, verified=False)["layer"] is None


async def test_before_it_opens_the_sign_says_when(scheduled: Room):
    page = await office_of(scheduled, None)
    assert "Closed, opens " in page
    assert "Nobody can step in before the surgery opens." in page


async def test_rosa_switches_the_picture_off_in_her_browser_and_keeps_the_list(room: Room, cast: Cast):
    rosa = Browser(room.house.url, cast.rosa)
    path = f"/surgeries/{room.id}/office"
    assert "floor-svg" in (await rosa.get(path)).text
    assert (await rosa.post(f"{path}/picture", shown="no")).status == 303
    page = (await rosa.get(path)).text
    assert "floor-svg" not in page
    assert "Notice board" in page
    await rosa.post(f"{path}/picture", shown="yes")
    assert "floor-svg" in (await rosa.get(path)).text
    await rosa.close()


async def test_ada_switches_the_office_off_for_all_and_chooses_another(room: Room, cast: Cast):
    rosa, browser = await room.enter(cast.rosa), Browser(room.house.url, cast.ada)
    await rosa.ok("step_in")
    await browser.get(f"/surgeries/{room.id}/office")
    assert (await browser.post(f"/surgeries/{room.id}/office/plan", plan="off")).status == 303
    assert (await rosa.live.wait("floor_changed"))["plan"] is None
    await rosa.live.wait("stepped_out", person=cast.rosa.id)
    assert await rosa.refused("step_in") == "not_found"
    assert "switched the office off" in await office_of(room, cast.rosa)
    assert f'{room.id}/office"' not in (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    await browser.get(f"/surgeries/{room.id}/office")
    assert (await browser.post(f"/surgeries/{room.id}/office/plan", plan="no-such")).status == 422
    await browser.post(f"/surgeries/{room.id}/office/plan", plan="library-corner")
    assert (await rosa.ok("step_in"))["plan"] == "library-corner"
    assert await AuditEntry.filter(act="floor.choose").count() == 2
    await browser.close()


async def test_a_form_in_the_office_leads_back_to_it(room: Room, cast: Cast):
    browser, office = Browser(room.house.url, cast.rosa), f"/surgeries/{room.id}/office"
    await browser.get(office)
    said = await browser.post(f"/surgeries/{room.id}/messages", body="Hello", kind="message")
    assert (said.status, said.headers["Location"].partition("#")[0]) == (303, office)
    await browser.get(f"{office}?floor=2")
    asked = await browser.post(f"/surgeries/{room.id}/messages", body="Hello again", kind="message")
    assert asked.headers["Location"].partition("#")[0] == f"{office}?floor=2"
    await browser.get(f"/surgeries/{room.id}")
    there = await browser.post(f"/surgeries/{room.id}/messages", body="And here", kind="message")
    assert there.headers["Location"].partition("#")[0] == f"/surgeries/{room.id}"
    await browser.close()


@pytest.mark.parametrize("name", ["rosa", "gwen", "huw", "nia", "mo"])
async def test_nobody_but_a_host_chooses_the_floor(room: Room, cast: Cast, name: str):
    browser = Browser(room.house.url, getattr(cast, name))
    await browser.get(f"/surgeries/{room.id}/office")
    assert (await browser.post(f"/surgeries/{room.id}/office/plan", plan="off")).status == 403
    await browser.close()


@pytest.mark.parametrize("floor", ["0", "-1", "x", "99999999999", "1.5", "٣"])
async def test_a_strange_floor_is_no_error(room: Room, floor: str):
    assert (await room.house.page(f"/surgeries/{room.id}/office?floor={floor}")).status == 200
