"""What officers and newcomers write that stands at once, read by nobody before: it says nothing of a sealed case."""

from datetime import timedelta

import pytest

from accounts.models import Person
from foundation import clock
from rooms.minutes.models import MinutesItem
from rooms.models import Surgery
from rooms.queue.models import Ticket
from tests.accounts.browsing import Browser, NewBrowser
from tests.accounts.residents.signing_up import ask, link_to, press
from tests.cast import Cast
from tests.moderation.sealed.conftest import Seal
from tests.rooms.minutes.evening import Writer, held
from tests.rooms.series.conftest import Planner
from tests.rooms_from_outside import Room, plan

NAME = "Blodwen Pugh"
SAID = f"All about {NAME} tonight"


@pytest.fixture
def limits() -> bool:
    return False


@pytest.mark.parametrize("field", ["title", "topic", "before_text", "after_text", "place", "access_notes"])
async def test_no_word_of_a_surgery(room: Room, cast: Cast, seal: Seal, field: str) -> None:
    await seal(NAME)
    ada = room.house.caller(cast.ada)
    meeting = {"kind": "meeting", "place": "The hall"}
    refused = await ada.post("/surgeries", plan(**meeting | {field: SAID}))
    assert refused.status == 422, refused.text
    assert f'"{field}"' in refused.text
    announced = (await ada.post("/surgeries", plan(**meeting))).json["id"]
    assert (await ada.patch(f"/surgeries/{announced}", {field: SAID})).status == 422
    moved = {"title": "Another title", "reason": SAID}
    assert (await ada.patch(f"/surgeries/{announced}", moved)).status == 422
    assert (await ada.post(f"/surgeries/{announced}/cancel", {"reason": SAID})).status == 422
    assert await Surgery.filter(title__contains="Blodwen").count() == 0


async def test_no_title_of_a_series(room: Room, cast: Cast, seal: Seal) -> None:
    await seal(NAME)
    ada = Planner(room.house.url, cast.ada)
    try:
        assert (await ada.plan(confirm="yes", title=SAID)).status == 422
    finally:
        await ada.close()


async def test_no_promise_nor_what_came_of_it(room: Room, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    ada = await room.enter(cast.ada)
    lights = await (await room.enter(cast.rosa)).ask("When will the lights be mended?")
    await seal(NAME)
    vow = {"id": lights, "text": "I will ask", "due_on": (clock.now() + timedelta(days=3)).date().isoformat()}
    assert await ada.refused("promise_question", **vow | {"text": SAID}, owner="Cardiff Council") == "invalid"
    assert await ada.refused("promise_question", **vow, owner=NAME) == "invalid"
    promise = (await ada.ok("promise_question", **vow, owner="Cardiff Council"))["promise"]
    page = browser(cast.ada)
    await page.get("/account")
    for act, field in (("keep", "outcome"), ("withdraw", "reason")):
        assert (await page.post(f"/promises/{promise}/{act}", **{field: SAID})).status == 422, act


async def test_no_paragraph_of_minutes_nor_why_one_is_left_out(room: Room, cast: Cast, seal: Seal) -> None:
    await seal(NAME)
    ada = Writer(await held(room, cast), cast.ada)
    try:
        await ada.look()
        await ada.do("draft")
        bins = ada.item("Who empties the bins?")
        assert (await ada.send("paragraphs", kind="paragraph", text=SAID)).status == 422
        assert (await ada.send(f"items/{bins}/word", text=SAID)).status == 422
        assert (await ada.send(f"items/{bins}/redact", reason=SAID)).status == 422
        await ada.do(f"items/{bins}/word", text="About the bins")
    finally:
        await ada.browser.close()
    assert await MinutesItem.filter(text__contains="Blodwen").count() == 0


async def test_who_asks_for_a_word_alone_gets_it_and_what_it_is_about_waits_for_the_talk(
    room: Room, cast: Cast, seal: Seal
) -> None:
    await seal(NAME)
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    taken = await rosa.ok("take_ticket", age="18_or_over", about=SAID)
    assert taken["ticket"]
    await ada.live.quiet()
    assert (await Ticket.get(person_id=cast.rosa.id)).about == ""
    assert "blodwen" not in str(ada.live.heard).lower()


async def test_no_name_of_who_asked_for_an_account_before_it_was_sealed(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    sian = Browser(room.house.url)
    try:
        assert (await ask(sian, name=NAME, shown_as="full")).status == 200
        await seal(NAME)
        answer = await press(sian, await link_to("sian@example.org"))
    finally:
        await sian.close()
    assert answer.status == 410
    assert NAME not in answer.text
    assert await Person.filter(email="sian@example.org").count() == 0
