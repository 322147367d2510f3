"""What somebody is given next, what is marked before it is opened, and what they may pass on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from foundation import clock
from foundation.ids import new_id
from moderation.items.models import ReviewItem
from moderation.queue.exposure import MOST_A_SHIFT
from moderation.queue.models import Declined, Exposure
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.house import House
from tests.moderation.queue.waiting import HARD, add_items, hold
from tests.rooms_from_outside import Room


@pytest.fixture
async def mo(house: House, cast: Cast) -> AsyncIterator[Browser]:
    browser = Browser(house.url, cast.mo)
    await browser.get("/moderation")
    yield browser
    await browser.close()


def _at(answer: Answer) -> str:
    """The item that a form led to."""
    assert answer.status == 303, answer.text
    where: str = answer.headers["Location"]
    return where.partition("#")[0].partition("?")[0].removeprefix("/moderation").removeprefix("/items/")


async def _owner(item: str) -> str | None:
    return (await ReviewItem.get(id=item)).claimed_by_id


async def _read_so_many(member: Member, count: int) -> None:
    now = clock.now()
    rows = [Exposure(id=new_id(), person_id=member.id, item_id=new_id(), kind="abuse", at=now) for _ in range(count)]
    await Exposure.bulk_create(rows)


async def test_next_gives_the_most_urgent_then_the_one_after_and_back(mo: Browser, cast: Cast):
    first, second, third = await add_items(cast, 3)
    assert _at(await mo.post("/moderation/next")) == first
    assert await _owner(first) == cast.mo.id
    assert _at(await mo.post("/moderation/next", current=first)) == second
    assert await _owner(first) is None, "it is let go of"
    assert _at(await mo.post("/moderation/next", current=second)) == third
    assert _at(await mo.post("/moderation/next", current=third, back="1")) == second
    assert _at(await mo.post("/moderation/next", current=third)) == first, "from the beginning again"


async def test_two_who_ask_at_once_are_given_two(mo: Browser, house: House, cast: Cast):
    await add_items(cast, 2)
    dee = Browser(house.url, cast.dee)
    await dee.get("/moderation")
    given = await asyncio.gather(mo.post("/moderation/next"), dee.post("/moderation/next"))
    await dee.close()
    assert len({_at(answer) for answer in given}) == 2


async def test_nothing_left_is_said(mo: Browser):
    answer = await mo.post("/moderation/next")
    assert answer.headers["Location"] == "/moderation?end=1"
    assert "Nothing else is free just now." in (await mo.get("/moderation?end=1")).text


async def test_the_filters_are_kept_on_the_way(mo: Browser, cast: Cast):
    await add_items(cast, 1)
    [link] = await add_items(cast, kind="link", kinds=["link"], priority=1000)
    answer = await mo.post("/moderation/next", kind="link")
    assert answer.headers["Location"] == f"/moderation/items/{link}?kind=link#work"


async def test_words_that_are_hard_to_read_are_not_in_the_page_until_mo_asks(mo: Browser, cast: Cast, room: Room):
    item = await hold(room, cast.amir, HARD)
    for path in ("/moderation", f"/moderation/items/{item}"):
        shown = (await mo.get(path)).text
        assert HARD not in shown
        assert "Hard to read" in shown
    assert await Exposure.all().count() == 0
    assert _at(await mo.post(f"/moderation/items/{item}/show")) == item
    assert HARD.partition(" ")[0] in (await mo.get(f"/moderation/items/{item}")).text
    assert "<mark>" in mo.page.text
    assert [(row.person_id, row.item_id, row.kind) for row in await Exposure.all()] == [(cast.mo.id, item, "abuse")]
    await mo.post(f"/moderation/items/{item}/show")
    assert await Exposure.all().count() == 1, "it is counted once"


async def test_after_forty_in_a_shift_mo_is_given_others(mo: Browser, cast: Cast):
    hard = await add_items(cast, 2, kind="threat", kinds=["threat"], priority=450)
    [mixed] = await add_items(cast, kinds=["personal_data", "abuse"])
    [easy] = await add_items(cast, kind="link", kinds=["link"], priority=1000)
    await _read_so_many(cast.mo, MOST_A_SHIFT - 1)
    assert _at(await mo.post("/moderation/next")) == hard[0]
    await mo.post(f"/moderation/items/{hard[0]}/show")
    assert _at(await mo.post("/moderation/next", current=hard[0])) == easy
    assert mixed != easy
    shown = (await mo.get(f"/moderation/items/{hard[1]}")).text
    assert "as many as the queue gives one person" in shown
    assert 'data-key="o"' in shown, "on purpose one still may"
    clock.move(timedelta(hours=8, seconds=1))
    assert _at(await mo.post("/moderation/next", current=easy)) == hard[0], "another shift"


async def test_what_mo_passes_on_is_not_given_again_and_goes_to_others(mo: Browser, house: House, cast: Cast):
    first, second = await add_items(cast, 2)
    await mo.post(f"/moderation/items/{first}/open")
    assert _at(await mo.post(f"/moderation/items/{first}/decline")) == second
    assert await _owner(first) is None
    assert _at(await mo.post("/moderation/next", current=second)) == second, "nothing else is theirs"
    assert f'data-item="{first}"' not in (await mo.get("/moderation")).text
    assert await Declined.all().count() == 1
    dee = Browser(house.url, cast.dee)
    await dee.get("/moderation")
    assert _at(await dee.post("/moderation/next")) == first
    await dee.close()


async def test_what_every_moderator_passed_on_an_administrator_sees(mo: Browser, house: House, cast: Cast):
    [item] = await add_items(cast)
    said = "Every moderator has passed these on"
    assert said not in (await house.page("/moderation", cast.dee)).text
    await mo.post(f"/moderation/items/{item}/decline")
    assert said in (await house.page("/moderation", cast.dee)).text
    assert said not in (await house.page("/moderation", cast.mo)).text


async def test_pictures_are_blurred_and_pages_grey_as_mo_wants(mo: Browser):
    assert "mod-blur" in (await mo.get("/moderation")).text
    assert "mod-grey" not in mo.page.text
    assert (await mo.post("/moderation/calm", grey="1", back="/moderation")).status == 303
    shown = (await mo.get("/moderation")).text
    assert "mod-grey" in shown
    assert "mod-blur" not in shown
