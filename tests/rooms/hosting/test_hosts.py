"""Who holds a surgery: another is named, one leaves, one takes over where nobody came."""

from datetime import timedelta
from uuid import uuid4

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from notices.models import Notice
from rooms.hosting import hosts_store
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House
from tests.rooms.booth.conftest import begin
from tests.rooms_from_outside import Room


async def _hosts(room: Room) -> set[str]:
    return {host["id"] for host in (await room.house.caller().get(f"/surgeries/{room.id}")).json["hosts"]}


async def _post(house: House, member: Member, path: str, **form: str) -> int:
    browser = Browser(house.url, member)
    await browser.get("/rules")
    answer = await browser.post(path, **form)
    await browser.close()
    return answer.status


async def test_huw_is_named_and_may_run_the_room_at_once(room: Room, cast: Cast):
    rosa, huw = await room.enter(cast.rosa), await room.enter(cast.huw)
    assert await huw.refused("set_mode", mode="locked") == "not_allowed"
    assert await _post(room.house, cast.ada, f"/surgeries/{room.id}/hosts", person=cast.huw.id) == 303
    heard = (await rosa.hear("host_joined"))["data"]["person"]
    assert (heard["name"], bool(heard["officer"])) == ("Huw Hughes", True)
    await huw.ok("set_mode", mode="locked")
    assert await _hosts(room) == {cast.ada.id, cast.huw.id}
    assert await Notice.filter(person_id=cast.huw.id, kind="staff").count() == 1


async def test_ada_leaves_it_to_huw_but_not_to_nobody(room: Room, cast: Cast):
    path = f"/surgeries/{room.id}/hosts"
    assert await _post(room.house, cast.ada, f"{path}/{cast.ada.id}/remove") == 409
    assert await _hosts(room) == {cast.ada.id}
    await _post(room.house, cast.ada, path, person=cast.huw.id)
    assert await _post(room.house, cast.ada, f"{path}/{cast.ada.id}/remove") == 303
    assert await _hosts(room) == {cast.huw.id}
    assert (await room.house.caller(cast.ada).post(f"/surgeries/{room.id}/close")).status == 403


async def test_nobody_is_named_who_can_not_hold_it_and_by_nobody_else(scheduled: Room, cast: Cast):
    path = f"/surgeries/{scheduled.id}/hosts"
    for member in (cast.nia, cast.rosa, cast.mo):
        assert await _post(scheduled.house, cast.ada, path, person=member.id) == 422, member.name
    for member in (cast.huw, cast.nia, cast.rosa):
        assert await _post(scheduled.house, member, path, person=cast.huw.id) == 403, member.name
    assert await _hosts(scheduled) == {cast.ada.id}


async def test_huw_takes_over_when_ada_has_not_come(scheduled: Room, cast: Cast):
    path = f"/surgeries/{scheduled.id}/take-over"
    rosa = await scheduled.enter(cast.rosa)
    assert await _post(scheduled.house, cast.huw, path) == 403
    clock.move(timedelta(hours=1))
    await scheduled.house.run_jobs()
    clock.move(timedelta(minutes=6))
    for _twice in range(2):
        await scheduled.house.run_jobs()
    await rosa.hear("host_late")
    wanted = await Notice.filter(person_id=cast.huw.id, kind="staff").values_list("sentence", flat=True)
    assert [("take it over" in str(words)) for words in wanted] == [True]
    assert "Take it over" in (await scheduled.house.page(f"/surgeries/{scheduled.id}", cast.huw)).text
    assert await _post(scheduled.house, cast.nia, path) == 403
    assert await _post(scheduled.house, cast.huw, path) == 303
    await rosa.hear("host_joined")
    assert await _hosts(scheduled) == {cast.ada.id, cast.huw.id}
    clock.move(timedelta(minutes=15))
    await scheduled.house.run_jobs()
    assert "host_absent" not in [entry["kind"] for entry in await scheduled.log()]


async def test_who_counts_on_it_is_told_once_that_nobody_came(scheduled: Room, cast: Cast):
    clock.move(timedelta(minutes=50))
    await (await scheduled.enter(cast.amir)).ask("Is the park lit?")
    clock.move(timedelta(minutes=11))
    await scheduled.house.run_jobs()
    clock.move(timedelta(minutes=6))
    for _twice in range(2):
        await scheduled.house.run_jobs()
    assert await Notice.filter(person_id=cast.amir.id, kind="host_missing").count() == 1
    clock.move(timedelta(minutes=16))
    await scheduled.house.run_jobs()
    assert await Notice.filter(person_id=cast.amir.id, kind="host_missing").count() == 1


async def test_a_host_who_serves_elsewhere_by_then_is_not_announced(scheduled: Room, cast: Cast):
    from accounts.models import PersonNeighbourhood

    await PersonNeighbourhood.filter(person_id=cast.ada.id).update(neighbourhood_id="penarth")
    assert await _hosts(scheduled) == set()
    page = (await scheduled.house.page(f"/surgeries/{scheduled.id}", cast.huw)).text
    assert "Nobody holds it at the moment" in page
    assert await _post(scheduled.house, cast.huw, f"/surgeries/{scheduled.id}/take-over") == 303
    assert await _hosts(scheduled) == {cast.huw.id}


async def test_a_host_who_was_let_go_in_another_process_hears_the_staff_no_more(room: Room, cast: Cast):
    await hosts_store.add_host(room.id, cast.huw.id)
    ada, huw = await room.enter(cast.ada), await room.enter(cast.huw)
    await ada.ok("send_staff_note", client_id=str(uuid4()), body="While he holds it")
    await huw.live.wait("staff_note")
    await atomic(lambda: _let_go_elsewhere(room.id, cast))
    await room.house.run_jobs()
    await ada.ok("send_staff_note", client_id=str(uuid4()), body="Not for him")
    await huw.live.quiet()
    assert "Not for him" not in str(huw.live.heard)


async def test_an_officer_who_stepped_out_of_a_booth_in_another_process_hears_it_no_more(room: Room, cast: Cast):
    talk = await begin(room, cast.rosa, cast.ada)
    await talk.ada.ok("call_in", person=cast.huw.id)
    huw = await talk.room.enter(cast.huw)
    await atomic(lambda: _step_out_elsewhere(talk.id, cast))
    await room.house.run_jobs()
    await talk.rosa.say("Only for Ada")
    await huw.live.quiet()
    assert "Only for Ada" not in str(huw.live.heard)


async def _let_go_elsewhere(room_id: str, cast: Cast) -> None:
    """What another process leaves in the rows."""
    assert await hosts_store.remove_host(room_id, cast.huw.id)
    details: dict[str, object] = {"person": cast.huw.id}
    await add_entry(
        act="surgery.remove_host", actor=cast.ada.viewer, subject_type="surgery", subject_id=room_id, details=details
    )


async def _step_out_elsewhere(booth_id: str, cast: Cast) -> None:
    assert await hosts_store.remove_host(booth_id, cast.huw.id)
    await add_entry(act="booth.step_out", actor=cast.huw.viewer, subject_type="booth", subject_id=booth_id)
