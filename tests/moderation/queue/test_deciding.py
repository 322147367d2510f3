"""Deciding in the queue by its forms: one, several of one author, too late, and taken back."""

import html
import re
from collections.abc import AsyncIterator

import pytest

from foundation import clock
from moderation.decisions.models import Preset
from moderation.items.models import ReviewItem
from moderation.models import Decision
from rooms.models import Message
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House
from tests.moderation.queue.waiting import hold
from tests.rooms_from_outside import Room

WHY = {"clause": "private", "reason": "It gives away a number."}


@pytest.fixture
async def mo(house: House, cast: Cast) -> AsyncIterator[Browser]:
    browser = Browser(house.url, cast.mo)
    await browser.get("/moderation")
    yield browser
    await browser.close()


async def _decide(browser: Browser, item: str, action: str, **more: str) -> Answer:
    return await browser.post(f"/moderation/items/{item}/decision", action=action, **({"version": "1"} | WHY | more))


async def _state(item: str) -> str:
    return str((await Message.get(id=(await ReviewItem.get(id=item)).target_id)).state)


async def test_mo_approves_and_is_led_to_the_next(mo: Browser, cast: Cast, room: Room):
    first, second = await hold(room, cast.rosa), await hold(room, cast.amir)
    where = (await _decide(mo, first, "approve", reason="", clause="")).headers["Location"]
    assert await _state(first) == "published"
    made = (await Decision.get(item_id=first)).id
    assert where == f"/moderation/items/{second}?made={made}#work"
    assert f'action="/moderation/decisions/{made}/undo"' in (await mo.get(where)).text
    assert (await ReviewItem.get(id=second)).claimed_by_id == cast.mo.id


async def test_mo_takes_it_back_and_it_waits_again(mo: Browser, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await _decide(mo, item, "hide")
    assert await _state(item) == "rejected"
    made = (await Decision.get(item_id=item)).id
    answer = await mo.post(f"/moderation/decisions/{made}/undo")
    assert answer.headers["Location"] == f"/moderation/items/{item}?undone=1#work"
    assert (await ReviewItem.get(id=item)).state == "open"
    assert await _state(item) == "held"


async def test_a_reason_is_missing_and_the_form_keeps_the_rest(mo: Browser, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    answer = await _decide(mo, item, "hide", reason="", note="Looks like a mistake")
    assert answer.status == 422
    assert "Looks like a mistake" in answer.text
    assert await _state(item) == "held"


async def test_who_comes_second_sees_who_decided_what(mo: Browser, house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    dee = Browser(house.url, cast.dee)
    await dee.get("/moderation")
    await _decide(dee, item, "hide")
    await dee.close()
    answer = await _decide(mo, item, "approve")
    assert answer.status == 409
    assert f"{cast.dee.name} has decided" in answer.text
    assert WHY["reason"] in answer.text
    claimed = await house.caller(cast.mo).post(f"/moderation/items/{item}/claim")
    assert claimed.status == 409
    assert claimed.json["decision"]["by"]["id"] == cast.dee.id


async def test_several_by_rosa_are_decided_at_once_and_each_recorded(mo: Browser, cast: Cast, room: Room):
    items = [await hold(room, cast.rosa, f"Ring me on 07700 90012{number}") for number in range(4)]
    others = await hold(room, cast.amir)
    shown = (await mo.get(f"/moderation/items/{items[0]}")).text
    assert all(f'name="also-{other}"' in shown for other in items[1:])
    assert f'name="also-{others}"' not in shown
    also = {f"also-{items[1]}": "1", f"also-{items[2]}": "7"}
    where = (await _decide(mo, items[0], "hide_and_warn", **also)).headers["Location"]
    assert [await _state(item) for item in items] == ["rejected", "rejected", "held", "held"]
    assert await Decision.filter(actor_id=cast.mo.id, action="hide_and_warn").count() == 2
    told = (await mo.get(where)).text
    assert "2 decided: Taken down, with a warning." in told
    assert "1 was decided by somebody else meanwhile." in told
    made = [str(row.id) for row in await Decision.filter(actor_id=cast.mo.id).order_by("id")]
    await mo.post(f"/moderation/decisions/{made[0]}/undo", also=made[1])
    assert [await _state(item) for item in items] == ["held"] * 4


async def test_what_is_by_others_or_about_a_person_is_not_decided_for_several(mo: Browser, cast: Cast, room: Room):
    rosa, other = await hold(room, cast.rosa), await hold(room, cast.amir)
    assert (await _decide(mo, rosa, "hide", **{f"also-{other}": "1"})).status == 422
    again = await hold(room, cast.rosa, "Or on 07700 900124")
    assert (await _decide(mo, rosa, "silence", seconds="600", **{f"also-{again}": "1"})).status == 422
    assert await Decision.filter(actor_id=cast.mo.id).count() == 0


async def test_the_force_s_reasons_are_offered(mo: Browser, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    for force, name in (("south-wales", "Numbers"), ("gwent", "Theirs")):
        await Preset.create(
            id=name.lower(), force_id=force, name=name, action="hide", clause="private",
            reason="No numbers, please.", made_at=clock.now(),
        )  # fmt: skip
    shown = (await mo.get(f"/moderation/items/{item}")).text
    assert "No numbers, please." in shown
    assert "Theirs" not in shown


@pytest.mark.parametrize("typed", ["", "Not this one."])
async def test_without_scripts_the_force_s_reason_stands_for_the_usual_one(
    mo: Browser, cast: Cast, room: Room, typed: str
):
    item = await hold(room, cast.rosa)
    await Preset.create(
        id="numbers", force_id="south-wales", name="Numbers", action="silence", clause="kind",
        reason="No numbers, please.", seconds=600, made_at=clock.now(),
    )  # fmt: skip
    page = (await mo.get(f"/moderation/items/{item}")).text
    began = dict(re.findall(r'name="(began-\w+)" value="([^"]*)"', page))
    assert began["began-reason"] in page.partition('id="reason"')[2], "the form begins with the usual one"
    form = {name.removeprefix("began-"): html.unescape(value) for name, value in began.items()}
    form |= {"reason": typed} if typed else {}
    sent = {name: html.unescape(value) for name, value in began.items()} | form
    await _decide(mo, item, "silence", **sent, preset="numbers")
    made = await Decision.get(item_id=item)
    assert (made.clause, made.reason) == ("kind", typed or "No numbers, please.")
    assert made.seconds == 600


async def test_the_page_says_what_is_known(mo: Browser, cast: Cast, room: Room):
    first = await hold(room, cast.rosa)
    await _decide(mo, first, "hide")
    seat = await room.enter(cast.rosa)
    said = (await seat.say("The lamp by the school is out"))["id"]
    await (await room.enter(cast.amir)).ok("flag_message", id=said, reason="other", note="Not true")
    item = str((await ReviewItem.get(target_id=said)).id)
    shown = (await mo.get(f"/moderation/items/{item}")).text
    known = ["The lamp by the school is out", "Not true", cast.amir.name, "1 refused", WHY["reason"]]
    for words in [*known, "1 person flagged it.", "People are together there now.", "hours left", "No record yet."]:
        assert words in shown, words
    assert "/moderation/evidence/" in shown
    assert f'href="/moderation/flaggers/{cast.amir.id}"' in shown, "the way to who flags badly"
    assert "Let it stand" in shown, "nothing is to be approved: it is shown"
