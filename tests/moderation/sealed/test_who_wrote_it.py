"""Who wrote what a sealed case holds, where, and what was decided about it: asked for by side doors."""

import pytest

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk
from tests.moderation.queue.waiting import queue
from tests.moderation.sealed.conftest import Seal
from tests.rooms_from_outside import Room

NAME = "Blodwen Pugh"
SAID = f"They say it was {NAME}, of all people"


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


async def _waiting(desk: Desk, cast: Cast) -> str:
    """The item of something of Rosa's that waits under a case."""
    await (await desk.room.enter(cast.rosa)).say(SAID)
    [item] = await queue(desk.house, cast.mo)
    return str(item["id"])


async def _clear(browser: NewBrowser, cast: Cast, case: str) -> None:
    dee = browser(cast.dee)
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/cleared", person=cast.dai.id)).status == 303


async def test_no_filter_tells_who_wrote_it_or_where(desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    case = await seal(NAME)
    item = await _waiting(desk, cast)
    for asked in (f"author={cast.rosa.id}", f"place={desk.room.id}"):
        assert await queue(desk.house, cast.mo, f"?{asked}") == []
        assert f'data-item="{item}"' not in (await browser(cast.mo).get(f"/moderation?{asked}")).text
    await _clear(browser, cast, case)
    for asked in (f"author={cast.rosa.id}", f"place={desk.room.id}"):
        assert [found["id"] for found in await queue(desk.house, cast.dai, f"?{asked}")] == [item]


async def test_deciding_together_tells_nothing_of_who_wrote_it(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    await seal(NAME)
    sealed = await _waiting(desk, cast)
    items = {
        who: await desk.item(await desk.held(who, "Good evening to all"), cast.mo) for who in (cast.rosa, cast.amir)
    }
    mo = browser(cast.mo)
    answers = []
    for item in items.values():
        await mo.get(f"/moderation/items/{item['id']}")
        form = {"action": "approve", "version": str(item["version"]), f"also-{sealed}": "1"}
        answers.append((await mo.post(f"/moderation/items/{item['id']}/decision", **form)).status)
    assert answers == [403, 403]
    assert len(await queue(desk.house, cast.mo)) == 3, "nothing was decided"


async def test_an_authors_history_leaves_out_what_was_decided_under_a_case(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    await _waiting(desk, cast)
    await _clear(browser, cast, case)
    [item] = await queue(desk.house, cast.dai)
    why = {"clause": "private", "reason": "It names the girl in the case", "note": "Blackbird, again"}
    assert (await desk.decide(cast.dai, item, "hide", **why)).status == 201
    other = await desk.item(await desk.flagged(cast.rosa, cast.amir, reason="other"), cast.mo)
    for who, reads in ((cast.mo, False), (cast.dai, True)):
        page = browser(who)
        shown = (await page.get(f"/moderation/items/{other['id']}")).text
        assert ("names the girl" in shown) is reads
        assert ("Blackbird, again" in shown) is reads


async def test_the_list_of_bans_leaves_out_a_reason_given_under_a_case(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    await _waiting(desk, cast)
    await _clear(browser, cast, case)
    [item] = await queue(desk.house, cast.dai)
    why = {"clause": "private", "reason": "It names the girl in the case"}
    assert (await desk.decide(cast.dai, item, "remove", **why)).status == 201
    for who, reads in ((cast.mo, False), (cast.dai, True)):
        shown = (await browser(who).get("/moderation/bans")).text
        assert cast.rosa.name in shown
        assert ("names the girl" in shown) is reads


async def test_a_legal_hold_names_nobody_whose_words_the_administrator_may_not_read(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    await _waiting(desk, cast)
    [item] = await queue(desk.house, cast.dai)
    for what in ("person", "message"):
        dai = browser(cast.dai)
        await dai.get("/admin/holds")
        await dai.post("/admin/holds", what=what, named=item["target"]["id"], reason="Court order")
        assert cast.rosa.name not in (await dai.get("/admin/holds")).text
    await _clear(browser, cast, case)
    dai = browser(cast.dai)
    await dai.get("/admin/holds")
    answer = await dai.post("/admin/holds", what="message", named=item["target"]["id"], reason="Court order")
    assert answer.status == 303, answer.text
