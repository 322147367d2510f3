"""What a legal hold keeps when its author leaves: out of everybody's sight, and not erased."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditPersonal
from foundation.permissions import Role
from rooms.models import Message, MessageState
from tests.accounts.browsing import NewBrowser
from tests.accounts.leaving.conftest import Close
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.house import House
from tests.rooms_from_outside import Room

THREAT = "I will come to your house"


async def hold(browser: NewBrowser, member: Member, what: str, named: str) -> Answer:
    """An administrator has something kept; gives the answer to the form."""
    page = browser(member)
    await page.get("/admin/holds")
    return await page.post("/admin/holds", what=what, named=named, reason="Enquiry 1234")


async def end(browser: NewBrowser, member: Member) -> Answer:
    """The first hold that stands is ended."""
    page = browser(member)
    listed = (await page.get("/admin/holds")).text
    path = listed.split('action="/admin/holds/')[1].split('"')[0]
    return await page.post(f"/admin/holds/{path}", reason="The case is closed")


async def test_a_hold_on_rosa_keeps_her_words_and_who_she_was(
    house: House, cast: Cast, room: Room, close: Close, browser: NewBrowser
) -> None:
    assert cast.dee.role is Role.ADMINISTRATOR
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say(THREAT)
    assert (await hold(browser, cast.dee, "person", f"/surgeries/{room.id}#m-{said['id']}")).status == 303
    page = await close(cast.rosa, "go")
    assert "must be kept" in page.text
    await amir.hear("message_withdrawn", id=said["id"])
    await house.run_jobs()
    for door in (f"/surgeries/{room.id}", f"/api/v1/surgeries/{room.id}/events"):
        assert THREAT not in (await house.page(door)).text
    kept = await Message.get(id=said["id"])
    assert (kept.state, kept.body) == (MessageState.WITHDRAWN, THREAT)
    assert await tables_with("Rosa Jones") == {"audit_personal"}

    assert (await end(browser, cast.dee)).headers["Location"] == "/admin/holds?ended"
    await house.run_jobs()
    # For half a minute after a closure it is looked for what was on its way.
    clock.move(timedelta(minutes=1))
    await house.run_jobs()
    assert (await Message.get(id=said["id"])).body == ""
    assert await tables_with("Rosa Jones") == set()
    assert await AuditPersonal.all().count() == 0


async def test_a_hold_on_one_message_keeps_no_other(
    house: House, cast: Cast, room: Room, close: Close, browser: NewBrowser
) -> None:
    rosa = await room.enter(cast.rosa)
    said, other = await rosa.say(THREAT), await rosa.say("Good evening")
    await hold(browser, cast.dee, "message", said["id"])
    assert "must be kept" in (await close(cast.rosa, "go")).text
    await house.run_jobs()
    assert (await Message.get(id=said["id"])).body == THREAT
    assert (await Message.get(id=other["id"])).body == ""
    assert THREAT not in (await house.page(f"/surgeries/{room.id}")).text
    assert THREAT in (await browser(cast.dai).get("/admin/holds")).text


async def test_two_holds_on_one_message_both_have_to_end(
    house: House, cast: Cast, room: Room, close: Close, browser: NewBrowser
) -> None:
    said = await (await room.enter(cast.rosa)).say(THREAT)
    for administrator in (cast.dee, cast.dai):
        await hold(browser, administrator, "message", said["id"])
    await close(cast.rosa, "go")
    await end(browser, cast.dee)
    await house.run_jobs()
    assert (await Message.get(id=said["id"])).body == THREAT
    await end(browser, cast.dai)
    await house.run_jobs()
    assert (await Message.get(id=said["id"])).body == ""


async def test_held_words_that_were_to_stay_stand_as_before(
    house: House, cast: Cast, room: Room, close: Close, browser: NewBrowser
) -> None:
    rosa = await room.enter(cast.rosa)
    said, waiting = await rosa.say(THREAT), await rosa.say("Ring me on 07700 900123", confirm=True)
    assert waiting["status"] == "held"
    await hold(browser, cast.dee, "person", cast.rosa.id)
    await close(cast.rosa, "stay")
    await house.run_jobs()
    assert (await Message.get(id=said["id"])).state == MessageState.PUBLISHED
    kept = await Message.get(id=waiting["id"])
    assert (kept.state, kept.body) == (MessageState.WITHDRAWN, "Ring me on 07700 900123")


@pytest.mark.parametrize("what", ["message", "person"])
async def test_what_rosa_edits_under_a_hold_is_kept_for_staff_and_shown_to_nobody_else(
    house: House, cast: Cast, room: Room, browser: NewBrowser, what: str
) -> None:
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(THREAT)
    await hold(browser, cast.dee, what, said["id"])
    for words in ("See you on Tuesday", "See you on Friday"):
        await rosa.ok("edit_message", id=said["id"], body=words)
    listed = (await browser(cast.dai).get("/admin/holds")).text
    assert THREAT in listed
    assert "See you on Tuesday" in listed
    for door in (f"/surgeries/{room.id}", f"/api/v1/surgeries/{room.id}/events", f"/surgeries/{room.id}/transcript"):
        assert THREAT not in (await house.page(door, cast.rosa)).text, door
    own = browser(cast.rosa)
    await own.get("/account/export")
    assert "words.keep" not in (await own.post("/account/export")).text
    await end(browser, cast.dee)
    assert await tables_with(THREAT) == set()
    assert THREAT not in (await browser(cast.dai).get("/admin/holds")).text


async def test_an_edit_that_waits_and_is_taken_back_or_refused_is_kept_too(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    first, second = await rosa.say("Good evening"), await rosa.say("Good night")
    await hold(browser, cast.dee, "person", cast.rosa.id)
    for message, number in ((first, "900123"), (second, "900124")):
        changed = await rosa.ok("edit_message", id=message["id"], body=f"Ring me on 07700 {number}", confirm=True)
        assert changed["status"] == "held"
    await rosa.ok("withdraw_message", id=first["id"])
    await mo.ok("reject_message", id=second["id"], reason="A number")
    listed = (await browser(cast.dai).get("/admin/holds")).text
    assert all(f"07700 {number}" in listed for number in ("900123", "900124"))


async def test_without_a_hold_nothing_of_before_is_kept(house: House, cast: Cast, room: Room) -> None:
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(THREAT)
    await rosa.ok("edit_message", id=said["id"], body="See you on Tuesday")
    assert await tables_with(THREAT) == set()
