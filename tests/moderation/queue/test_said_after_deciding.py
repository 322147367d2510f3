"""What a moderator is told of what they have just decided, for as long as they can take it back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from foundation import clock
from moderation.items.models import ReviewItem
from moderation.models import Decision
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.moderation.queue.waiting import hold
from tests.rooms_from_outside import Room

WHY = {"clause": "private", "reason": "It gives away a number.", "version": "1"}


@pytest.fixture
async def mo(house: House, cast: Cast) -> AsyncIterator[Browser]:
    browser = Browser(house.url, cast.mo)
    await browser.get("/moderation")
    yield browser
    await browser.close()


async def _hidden(mo: Browser, item: str) -> str:
    """Mo takes it down; gives the address that follows."""
    answer = await mo.post(f"/moderation/items/{item}/decision", action="hide", **WHY)
    return str(answer.headers["Location"])


async def test_mo_reads_what_it_was_and_no_undo_once_it_is_too_late(mo: Browser, cast: Cast, room: Room):
    where = await _hidden(mo, await hold(room, cast.rosa))
    now = (await mo.get(where)).text
    assert "Decided: Taken down." in now
    assert "/undo" in now
    clock.move(timedelta(minutes=3))
    later = (await mo.get(where)).text
    assert "Decided: Taken down." in later
    assert "/undo" not in later, "nothing is offered that would be refused"


async def test_an_undo_that_comes_too_late_leads_to_the_item_and_says_why(mo: Browser, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await mo.get(await _hidden(mo, item))
    made = (await Decision.get(item_id=item)).id
    clock.move(timedelta(minutes=3))
    answer = await mo.post(f"/moderation/decisions/{made}/undo")
    assert answer.status == 409
    assert "can be taken back for two minutes" in answer.text
    assert f"{cast.mo.name} has decided: Taken down. The reason: It gives away a number." in " ".join(
        answer.text.split()
    )
    assert (await ReviewItem.get(id=item)).state == "decided"


async def test_what_others_decided_is_not_told_as_one_s_own(mo: Browser, house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await _hidden(mo, item)
    made = (await Decision.get(item_id=item)).id
    dee = Browser(house.url, cast.dee)
    shown = (await dee.get(f"/moderation?made={made}")).text
    await dee.close()
    assert "Decided: Taken down." not in shown
    assert "/undo" not in shown
