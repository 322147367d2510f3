"""Who may have words kept, whose, and that each hold says why."""

from datetime import timedelta

from foundation import clock
from foundation.models import AuditEntry
from moderation.legal_holds.kept import is_held, kept_of
from moderation.models import LegalHold
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House
from tests.rooms_from_outside import Room


async def hold(page: Browser, named: str, what: str = "message", reason: str = "Enquiry 1234") -> Answer:
    await page.get("/admin/holds")
    return await page.post("/admin/holds", what=what, named=named, reason=reason)


async def test_dee_holds_a_message_by_its_link_and_the_audit_says_why(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    said = await (await room.enter(cast.rosa)).say("I will come to your house")
    dee = browser(cast.dee)
    link = f"{house.url}/surgeries/{room.id}#m-{said['id']}"
    assert (await hold(dee, link)).headers["Location"] == "/admin/holds?placed"
    assert await is_held("message", said["id"])
    assert not await is_held("person", cast.rosa.id)
    assert not (await kept_of(cast.rosa.id)).everything
    entry = await AuditEntry.get(act="hold.place")
    assert (entry.actor_id, entry.subject_id, entry.reason) == (cast.dee.id, said["id"], "Enquiry 1234")
    listed = (await dee.get("/admin/holds?placed")).text
    assert "I will come to your house" in listed
    assert "Placed by Dee Rees" in listed


async def test_everything_by_who_wrote_it(house: House, cast: Cast, room: Room, browser: NewBrowser) -> None:
    said = await (await room.enter(cast.rosa)).say("I will come to your house")
    assert (await hold(browser(cast.dee), said["id"], "person")).status == 303
    assert (await kept_of(cast.rosa.id)).everything
    assert not (await kept_of(cast.amir.id)).everything


async def test_another_administrator_ends_it_with_a_reason_once(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    said = await (await room.enter(cast.rosa)).say("I will come to your house")
    await hold(browser(cast.dee), said["id"])
    placed = await LegalHold.get()
    dai = browser(cast.dai)
    await dai.get("/admin/holds")
    assert (await dai.post(f"/admin/holds/{placed.id}/end", reason=" ")).status == 422
    assert await is_held("message", said["id"])
    assert (await dai.post(f"/admin/holds/{placed.id}/end", reason="Closed")).status == 303
    assert not await is_held("message", said["id"])
    assert (await dai.post(f"/admin/holds/{placed.id}/end", reason="Closed")).status == 409
    assert await AuditEntry.filter(act="hold.end", actor_id=cast.dai.id, reason="Closed").count() == 1
    assert "Ended by Dai Lewis" in (await dai.get("/admin/holds")).text


async def test_nobody_lets_go_of_words_of_their_own(house: House, cast: Cast, room: Room, browser: NewBrowser) -> None:
    said = await (await room.enter(cast.dee)).say("I will come to your house")
    await hold(browser(cast.dai), said["id"])
    placed = await LegalHold.get()
    dee = browser(cast.dee)
    await dee.get("/admin/holds")
    refused = await dee.post(f"/admin/holds/{placed.id}/end", reason="Closed")
    assert refused.status == 403
    assert "Another administrator decides about them." in refused.text
    assert await is_held("message", said["id"])


async def test_a_hold_needs_something_of_the_force_and_a_reason(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    said = await (await room.enter(cast.rosa)).say("Good evening")
    dee = browser(cast.dee)
    unknown = [(named, what, "Why") for named in ("nothing", "", "0" * 16) for what in ("message", "person")]
    others = [(member.id, "person", "Why") for member in (cast.max, cast.gwen)]
    for named, what, reason in (*unknown, *others, (said["id"], "", "Why"), (said["id"], "message", "")):
        assert (await hold(dee, named, what, reason)).status == 422, (named, what, reason)
    assert await LegalHold.all().count() == 0
    await (await room.enter(cast.gwen)).say("Hello")
    assert (await hold(dee, cast.gwen.id, "person")).status == 303, "who spoke in a room of the force is of the force"


async def test_nobody_but_administrators_of_the_force(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    said = await (await room.enter(cast.rosa)).say("Good evening")
    for member in (cast.rosa, cast.gwen, cast.ada, cast.mo):
        page = browser(member)
        assert (await page.get("/admin/holds")).status == 403
        await page.get("/account")
        assert (await page.post("/admin/holds", what="message", named=said["id"], reason="Why")).status == 403
    assert await LegalHold.all().count() == 0


async def test_placing_and_ending_ask_who_it_is(house: House, cast: Cast, room: Room, browser: NewBrowser) -> None:
    said = await (await room.enter(cast.rosa)).say("Good evening")
    dee = browser(cast.dee)
    await hold(dee, said["id"])
    placed = await LegalHold.get()
    clock.move(timedelta(minutes=20))
    await dee.get("/account")
    assert (await dee.get("/admin/holds")).headers["Location"] == "/prove?back=/admin/holds"
    await dee.get("/account")
    assert (await dee.post("/admin/holds", what="message", named=said["id"], reason="Why")).status == 303
    assert (await dee.post(f"/admin/holds/{placed.id}/end", reason="Over")).status == 303
    asked = await dee.post("/admin/holds", what="message", named=said["id"], reason="A court asked for it.")
    assert (asked.status, "A court asked for it." in asked.text) == (403, True), "what was typed is not lost"
    assert 'href="/prove?back=' in asked.text
    assert await LegalHold.filter(ended_at=None).count() == 1
