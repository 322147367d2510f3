"""Who serves where: rights follow the record in open rooms too, and end with the service."""

from typing import Any

import pytest

from accounts.avatars.models import OfficerPhoto
from accounts.avatars.store import set_photo
from accounts.factors.models import RecoveryCode
from accounts.models import OfficerRecord, Person, PersonNeighbourhood
from accounts.people import persons
from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.permissions import Role, Scope
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act, colleague, decide, entered
from tests.cast import ABROAD, ELSEWHERE, HOME, Cast
from tests.house import House
from tests.rooms_from_outside import Room, plan

HELD = "Ring me on 07700 900123"
AWAY = {"scope": "neighbourhoods", "neighbourhoods": ELSEWHERE}
BACK = {"scope": "neighbourhoods", "neighbourhoods": HOME}


async def test_a_moved_officer_loses_and_gains_rights_in_open_rooms_at_once(
    room: Room, cast: Cast, browser: NewBrowser
) -> None:
    ada, rosa, dee = await room.enter(cast.ada), await room.enter(cast.rosa), browser(cast.dee)
    await ada.ok("set_mode", mode="slow", seconds=1)
    await ada.ok("set_mode", mode="open")
    assert (await act(dee, cast.ada, "move", **AWAY)).status == 303
    assert await ada.refused("set_mode", mode="locked") == "not_allowed"
    await rosa.say(HELD, confirm=True)
    await ada.live.quiet()
    assert ada.live.of("held") == [], "she is no longer of the room's staff"
    assert (await room.house.caller(cast.ada).post("/surgeries", plan())).status == 403
    assert (await room.house.caller(cast.ada).post("/surgeries", plan(neighbourhood=ELSEWHERE))).status == 201

    assert (await act(dee, cast.ada, "move", **BACK)).status == 303
    await rosa.say("Or write to rosa@example.org", confirm=True)
    await ada.live.wait("held")
    await ada.ok("set_mode", mode="locked")
    moved = await AuditEntry.filter(act="staff.move").order_by("id").first()
    assert moved
    assert moved.details["neighbourhoods_before"] == [HOME]
    assert moved.details["neighbourhoods"] == [ELSEWHERE]


async def test_an_officer_who_enters_again_after_moving_hears_nothing_held(
    room: Room, cast: Cast, browser: NewBrowser
) -> None:
    ada, rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    await PersonNeighbourhood.filter(person_id=cast.ada.id).update(neighbourhood_id=ELSEWHERE)
    assert (await ada.ok("enter", after=0))["held"] == []
    await rosa.say(HELD, confirm=True)
    await ada.live.quiet()
    assert ada.live.of("held") == []


async def test_an_officer_of_the_whole_force_holds_surgeries_anywhere_in_it(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await act(browser(cast.dee), cast.ada, "move", scope="force", neighbourhoods="")
    ada = house.caller(cast.ada)
    for place, status in ((HOME, 201), (ELSEWHERE, 201), (ABROAD, 403)):
        answer = await ada.post("/surgeries", plan(neighbourhood=place))
        assert answer.status == status, place
        if status == 201:
            assert (await ada.post(f"/surgeries/{answer.json['id']}/open")).status == 200
    assert "/surgeries/new" in (await house.page(f"/neighbourhoods/{ELSEWHERE}", cast.ada)).text
    assert "/surgeries/new" not in (await house.page(f"/neighbourhoods/{ABROAD}", cast.ada)).text


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMINISTRATOR])
async def test_who_moderates_penarth_has_nothing_to_decide_in_cathays(room: Room, cast: Cast, role: Role) -> None:
    theirs = await colleague("Lyn Shaw", role, ELSEWHERE, scope=Scope.NEIGHBOURHOODS)
    ours = await colleague("Kit Shaw", role, HOME, scope=Scope.NEIGHBOURHOODS)
    lyn, kit, rosa = [await room.enter(each) for each in (theirs, ours, cast.rosa)]
    said = (await rosa.say("Good evening"))["id"]
    await rosa.say(HELD, confirm=True)
    await kit.live.wait("held")
    await lyn.live.quiet()
    assert lyn.live.of("held") == []
    hide: dict[str, Any] = {"id": said, "reason": "Because"}
    assert await lyn.refused("hide_message", **hide) == "not_allowed"
    assert await lyn.refused("silence_person", person=cast.amir.id, reason="Because") == "not_allowed"
    await kit.ok("hide_message", **hide)
    page = f"/surgeries/{room.id}"
    assert f"/messages/{said}/restore" not in (await room.house.page(page, theirs)).text
    assert "07700" not in (await room.house.page(page, theirs)).text
    assert "07700" in (await room.house.page(page, ours)).text


async def test_who_leaves_keeps_their_words_and_nothing_else(room: Room, cast: Cast, browser: NewBrowser) -> None:
    ada, rosa, dee = await room.enter(cast.ada), await room.enter(cast.rosa), browser(cast.dee)
    await ada.say("Good evening all")
    await RecoveryCode.create(id=new_id(), person_id=cast.ada.id, code_hash="x", created_at=clock.now())
    await set_photo(cast.ada.id, (b"", b"", b""), alt="")
    assert (await act(dee, cast.ada, "end", "Retired")).status == 303
    await ada.live.patient(ada.live.ended.wait())
    told = await rosa.live.wait("person_changed", room=room.id)
    assert told["person"] == (await persons([cast.ada.id]))[cast.ada.id]
    assert (told["person"]["name"], told["person"]["role"], told["person"]["officer"]) == (
        "Ada Okafor",
        "resident",
        None,
    )
    [said] = [entry for entry in await room.log() if entry["kind"] == "message_posted"]
    assert said["data"]["author"]["officer"] is None
    assert said["data"]["body"] == "Good evening all"
    row = await Person.get(id=cast.ada.id)
    assert (row.email, row.password_hash, row.force_id) == (None, None, None)  # type: ignore[attr-defined]
    assert row.closed_at
    assert not await RecoveryCode.filter(person_id=cast.ada.id).exists()
    assert not await OfficerPhoto.filter(person_id=cast.ada.id).exists()
    assert (await dee.get(f"/admin/people/{cast.ada.id}")).status == 404
    assert await room.house.refuses_live({"token": cast.ada.token})


async def test_who_comes_back_is_enrolled_anew_under_their_number_and_address(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    assert (await act(dee, cast.ada, "end", "A year away")).status == 303
    again = {"email": "ada@example.org", "name": "Ada Okafor", "number": "4127"}
    assert (await decide(dai, await entered(dee, **again))).status == 303
    assert await Person.filter(email="ada@example.org").exclude(id=cast.ada.id).count() == 1
    assert await OfficerRecord.filter(number="4127").count() == 1


async def test_what_waited_about_somebody_who_leaves_is_over(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    page = f"/admin/people/{cast.ada.id}/change"
    await dee.get(page)
    asked = await dee.post(page, name="Ada Okafor", email="ada.o@example.org", rank="Sgt", number="4127")
    enrolment = asked.headers["Location"].removeprefix("/admin/enrolments/").partition("?")[0]
    await act(dai, cast.ada, "end", "Retired")
    assert (await decide(dai, enrolment)).status == 409
    assert not await Person.filter(email="ada.o@example.org").exists()
