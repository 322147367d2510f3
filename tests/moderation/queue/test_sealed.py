"""What a sealed case holds: that something waits is all that who is not cleared for it learns."""

from datetime import timedelta

from foundation import clock
from foundation.ids import new_id
from moderation.items.models import ReviewItem
from moderation.sealed.models import CaseClearance, SealedCase
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.moderation.queue.waiting import HELD, hold, queue
from tests.rooms_from_outside import Room


async def _seal(cast: Cast, item: str) -> str:
    case = new_id()
    await SealedCase.create(
        id=case, force_id="south-wales", label="Case Heron", ends_on=(clock.now() + timedelta(days=9)).date(),
        key_id="k", opened_by_id=cast.dee.id, opened_at=clock.now(),
    )  # fmt: skip
    await CaseClearance.create(id=new_id(), case_id=case, person_id=cast.dee.id, given_by_id=cast.dai.id,
                               given_at=clock.now())  # fmt: skip
    await ReviewItem.filter(id=item).update(case_id=case, kind="sealed", kinds=["sealed"], priority=510)
    return case


async def test_mo_learns_that_something_waits_and_nothing_else(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await _seal(cast, item)
    [found] = await queue(house, cast.mo)
    assert (found["text"], found["hits"], found["label"]) == (None, [], "Case Heron")
    assert (found["author"], found["place"]) == (None, None)
    mo = Browser(house.url, cast.mo)
    for path in ("/moderation", f"/moderation/items/{item}"):
        shown = (await mo.get(path)).text
        assert "Case Heron" in shown
        assert HELD not in shown
        assert "07700" not in shown
        assert cast.rosa.name not in shown
    assert 'value="approve"' not in mo.page.text
    assert (await mo.post(f"/moderation/items/{item}/show")).status == 403
    assert (await mo.post("/moderation/next")).headers["Location"] == "/moderation?end=1"
    assert (await mo.post(f"/moderation/items/{item}/decision", action="approve", version="1")).status == 403
    await mo.close()
    assert (await house.caller(cast.mo).post(f"/moderation/items/{item}/claim")).status == 403


async def test_dee_who_is_cleared_reads_and_decides(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await _seal(cast, item)
    assert (await queue(house, cast.dee))[0]["text"] == HELD
    dee = Browser(house.url, cast.dee)
    await dee.get("/moderation")
    assert (await dee.post("/moderation/next")).headers["Location"] == f"/moderation/items/{item}#work"
    assert HELD not in (await dee.get(f"/moderation/items/{item}")).text, "it is marked as hard to read"
    await dee.post(f"/moderation/items/{item}/show")
    assert "07700" in (await dee.get(f"/moderation/items/{item}")).text
    await dee.close()
