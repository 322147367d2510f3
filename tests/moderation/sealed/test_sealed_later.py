"""Words of a case that nobody knew of when they were written down: terms that came later, and a second case's."""

from functools import partial

import pytest

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk
from tests.moderation.queue.waiting import queue
from tests.moderation.sealed.conftest import Seal
from tests.rooms_from_outside import Room

NAME = "Blodwen Pugh"
SAID = f"They say it was {NAME}, of all people"
SECRET = "blodwen"


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


async def test_the_queue_keeps_what_waited_before_the_case_was_sealed(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    said = await desk.held(cast.rosa, SAID)
    item = await desk.item(said, cast.mo)
    assert SECRET in item["text"].lower(), "must be seen before to mean anything"
    await seal(NAME)
    [found] = await queue(desk.house, cast.mo)
    assert (found["text"], found["author"], found["place"], found["hits"]) == (None, None, None, [])
    for path in ("/moderation", f"/moderation/items/{item['id']}"):
        page = (await browser(cast.mo).get(path)).text
        assert SECRET not in page.lower(), path
        assert cast.rosa.name not in page, path
        assert "None" not in page, "a case without a name is said in words"
    for action in ("approve", "hide"):
        assert (await desk.decide(cast.mo, item, action)).status in (403, 404)


async def test_who_is_cleared_for_one_case_reads_nothing_of_another(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    first = await seal("Gwilym Rowlands")
    await seal(NAME, label="Heron")
    dee = browser(cast.dee)
    await dee.get(f"/moderation/cases/{first}")
    assert (await dee.post(f"/moderation/cases/{first}/cleared", person=cast.mo.id)).status == 303
    await (await desk.room.enter(cast.rosa)).say(f"{SAID}, and Gwilym Rowlands")
    [found] = await queue(desk.house, cast.mo)
    assert found["text"] is None
    assert (await desk.decide(cast.mo, found, "approve")).status in (403, 404)


async def test_an_appeal_about_words_that_were_sealed_since_is_for_who_is_cleared(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    decision = await desk.decided(cast.mo, await desk.held(cast.rosa, SAID), "hide", reason="It names somebody")
    appeal = (await desk.appeal(cast.rosa, decision, f"But it was {NAME}")).json["id"]
    page = browser(cast.dai).get
    for path in ("/moderation/appeals", f"/moderation/appeals/{appeal}"):
        assert SECRET in (await page(path)).text.lower(), "must be seen before to mean anything"
    case = await seal(NAME)
    for path in ("/moderation/appeals", f"/moderation/appeals/{appeal}"):
        assert SECRET not in (await page(path)).text.lower(), path
    decide = partial(desk.house.caller(cast.dai).post, f"/appeals/{appeal}/decision")
    assert (await decide({"outcome": "overturned", "reason": "Right"})).status == 403
    assert await desk.shown(decision["target"]["id"]) is None
    dee = browser(cast.dee)
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/cleared", person=cast.dai.id)).status == 303
    assert SECRET in (await page(f"/moderation/appeals/{appeal}")).text.lower()
    assert (await decide({"outcome": "upheld", "reason": "It stands"})).status == 204


async def test_an_appeal_that_names_a_case_is_read_by_who_is_cleared_alone(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    await seal(NAME)
    decision = await desk.decided(cast.mo, await desk.held(cast.rosa), "hide")
    appeal = (await desk.appeal(cast.rosa, decision, f"I meant {NAME}")).json["id"]
    for path in ("/moderation/appeals", f"/moderation/appeals/{appeal}"):
        assert SECRET not in (await browser(cast.dai).get(path)).text.lower(), path


async def test_a_flags_note_that_names_a_case_is_read_by_who_is_cleared_alone(
    desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    await seal(NAME)
    said = (await (await desk.room.enter(cast.rosa)).say("You all know who it was"))["id"]
    flag = {"target": {"type": "message", "id": said}, "reason": "danger", "note": f"They mean {NAME}"}
    assert (await desk.house.caller(cast.amir).post("/flags", flag)).status == 201
    item = (await desk.item(said, cast.mo))["id"]
    mo = browser(cast.mo)
    await mo.get(f"/moderation/items/{item}")
    await mo.post(f"/moderation/items/{item}/show")
    pages = [f"/moderation/items/{item}", f"/moderation/flaggers/{cast.amir.id}"]
    kept = (await mo.get(f"/moderation/items/{item}")).text.split('href="/moderation/evidence/')[1].split('"')[0]
    for path in (*pages, f"/moderation/evidence/{kept}"):
        page = await mo.get(path)
        assert page.status == 200
        assert SECRET not in page.text.lower(), path


async def test_staff_put_no_sealed_name_in_the_place_of_other_words(desk: Desk, cast: Cast, seal: Seal) -> None:
    await seal(NAME)
    said = await desk.flagged(cast.rosa, cast.amir)
    answer = await desk.decide(cast.mo, await desk.item(said, cast.mo), "edit", body=SAID)
    assert answer.status == 422
    assert answer.json["errors"][0]["field"] == "body", answer.text
    assert SECRET not in str(await desk.room.log()).lower()
