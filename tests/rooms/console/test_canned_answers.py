"""Texts that staff use again: kept on a page, filled from the record, and never sent by themselves."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from rooms.console.models import CannedAnswer
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import JSON
from tests.house import House
from tests.rooms_from_outside import Room, plan

Open = Callable[[Member], Awaitable[Browser]]
EVERY = "{{officer}}, {{ neighbourhood }}, {{surgery}}, {{date}}, {{next_surgery}}, {{promises_page}}"


@pytest.fixture
async def at_the_page(house: House) -> AsyncIterator[Open]:
    """Opens somebody's browser at the page of canned answers."""
    browsers: list[Browser] = []

    async def open_for(member: Member) -> Browser:
        browser = Browser(house.url, member)
        browsers.append(browser)
        await browser.get("/canned-answers")
        return browser

    yield open_for
    for browser in browsers:
        await browser.close()


async def _items(room: Room, member: Member) -> list[JSON]:
    answer = await room.house.caller(member).send("GET", f"/surgeries/{room.id}/canned-answers.json")
    assert answer.status == 200, answer.text
    return list(answer.json["items"])


async def test_every_variable_is_filled_from_the_record(room: Room, cast: Cast, at_the_page: Open):
    await room.house.caller(cast.ada).post("/surgeries", plan(title="Later", starts_at="2027-03-04T18:00:00Z",
                                                              ends_at="2027-03-04T19:00:00Z"))  # fmt: skip
    ada = await at_the_page(cast.ada)
    assert (await ada.post("/canned-answers", title="All", body=EVERY)).status == 303
    [item] = await _items(room, cast.ada)
    officer, neighbourhood, surgery, _day, rest = item["body"].split(", ", 4)
    assert (officer, neighbourhood, surgery) == ("PC Ada Okafor", "Cathays", "Bikes and street lights")
    assert "Thursday 4 March 2027 at 6pm" in item["body"]
    assert rest.endswith("/neighbourhoods/cathays/promises")
    assert "{{" not in item["body"]


@pytest.mark.parametrize("body", ["Dear {{name}}", "{{}}", "{{officer", "{{officer}}}}", "{{ {{officer}} }}", "", " "])
async def test_an_unknown_variable_is_refused(room: Room, cast: Cast, at_the_page: Open, body: str):
    ada = await at_the_page(cast.ada)
    refused = await ada.post("/canned-answers", title="Hello", body=body)
    assert refused.status == 422
    assert "There is a problem" in refused.text
    assert await CannedAnswer.all().count() == 0


async def test_a_value_is_text_and_is_not_filled_again(room: Room, cast: Cast, at_the_page: Open):
    titled = await room.house.caller(cast.ada).post("/surgeries", plan(title="{{officer}} <b>hello</b>"))
    ada = await at_the_page(cast.ada)
    await ada.post("/canned-answers", title="Hello", body="About {{surgery}}")
    path = f"/surgeries/{titled.json['id']}/canned-answers"
    assert (await room.house.caller(cast.ada).send("GET", f"{path}.json")).json["items"][0]["body"] == (
        "About {{officer}} <b>hello</b>"
    )
    assert "<b>hello" not in (await ada.get(path)).text


async def test_ones_own_are_ones_own_and_the_forces_are_everybodys(room: Room, cast: Cast, at_the_page: Open):
    ada, mo = await at_the_page(cast.ada), await at_the_page(cast.mo)
    await ada.post("/canned-answers", title="Mine", body="Only Ada's")
    await ada.post("/canned-answers", title="Ours", body="Everybody's", shared="true")
    await mo.post("/canned-answers", title="Ours", body="Everybody's", shared="true")
    assert [item["title"] for item in await _items(room, cast.ada)] == ["Mine", "Ours"]
    assert [item["title"] for item in await _items(room, cast.huw)] == ["Ours"]
    assert await _items(room, cast.max) == [], "another force's are another force's"
    [shared] = await CannedAnswer.filter(owner_id=None)
    [own] = await CannedAnswer.filter(owner_id=cast.ada.id)
    assert (await ada.get(f"/canned-answers/{shared.id}/edit")).status == 403
    assert (await mo.get(f"/canned-answers/{own.id}/edit")).status == 404
    await mo.get("/canned-answers")
    assert (await mo.post(f"/canned-answers/{shared.id}/edit", title="Ours", body="Changed")).status == 303
    await ada.get("/canned-answers")
    assert (await ada.post(f"/canned-answers/{own.id}/remove")).status == 303
    assert [item["body"] for item in await _items(room, cast.ada)] == ["Changed"]


@pytest.mark.parametrize("name", ["rosa", "gwen"])
async def test_residents_have_none(room: Room, cast: Cast, name: str):
    member = getattr(cast, name)
    answer = await room.house.caller(member).send("GET", f"/surgeries/{room.id}/canned-answers.json")
    assert answer.status == 403
    assert (await room.house.page("/canned-answers", member)).status == 403


async def test_without_scripts_one_is_put_into_the_box_and_nothing_is_sent(room: Room, cast: Cast, at_the_page: Open):
    rosa, ada = await room.enter(cast.rosa), await at_the_page(cast.ada)
    question = await rosa.ask("Who are you?")
    await ada.post("/canned-answers", title="Hello", body="I am {{officer}}")
    [canned] = await CannedAnswer.all()
    before = await room.last_seq()
    chosen = await ada.get(f"/surgeries/{room.id}/canned-answers?question={question}")
    assert f"/messages/{question}/answer?canned={canned.id}" in chosen.text
    answering = await ada.get(f"/surgeries/{room.id}/messages/{question}/answer?canned={canned.id}")
    assert "I am PC Ada Okafor</textarea>" in answering.text
    assert "I am PC Ada Okafor</textarea>" in (await ada.get(f"/surgeries/{room.id}/write?canned={canned.id}")).text
    assert await room.last_seq() == before
