"""The staff's own talk: heard by the room's staff as the record has them now, and by nobody else."""

from uuid import uuid4

import pytest

from accounts.models import Person
from foundation import clock
from rooms.people import tell_person_changed
from tests.cast import Cast
from tests.rooms_from_outside import Room, Seat

SECRET = "The man in the red coat has been here before"


async def _tell(seat: Seat, body: str = SECRET, client_id: str | None = None) -> str:
    return str((await seat.ok("send_staff_note", client_id=client_id or str(uuid4()), body=body))["id"])


async def test_ada_and_mo_hear_each_other_and_nobody_else_does(room: Room, cast: Cast):
    ada, mo = await room.enter(cast.ada), await room.enter(cast.mo)
    others = [await room.enter(who) for who in (cast.rosa, cast.gwen, cast.huw, cast.nia, cast.max)]
    note = await _tell(ada)
    heard = await mo.live.wait("staff_note", id=note)
    assert (heard["author"]["id"], heard["html"].strip()) == (cast.ada.id, f"<p>{SECRET}</p>")
    await ada.live.wait("staff_note", id=note)
    for other in others:
        await other.live.quiet(0.05)
        assert SECRET not in str(other.live.heard)
        assert await other.refused("send_staff_note", client_id=str(uuid4()), body="Me too") == "not_allowed"


async def test_it_is_in_no_log_no_page_of_others_and_no_transcript(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    await _tell(ada)
    await room.act("close")
    for who in (None, cast.rosa, cast.huw):
        assert SECRET not in (await room.house.page(f"/surgeries/{room.id}", who)).text
        assert SECRET not in str(await room.log(member=who))
        assert SECRET not in (await room.house.page(f"/surgeries/{room.id}/transcript.txt", who)).text
    assert "staff_notes" not in (await room.enter(cast.rosa)).entered
    assert SECRET in (await room.house.page(f"/surgeries/{room.id}", cast.mo)).text
    assert SECRET in str((await room.enter(cast.mo)).entered["staff_notes"])


async def test_the_same_words_sent_twice_are_one_note(room: Room, cast: Cast):
    ada, client_id = await room.enter(cast.ada), str(uuid4())
    assert await _tell(ada, client_id=client_id) == await _tell(ada, client_id=client_id)
    assert len((await room.enter(cast.mo)).entered["staff_notes"]) == 1


async def test_a_suspended_officer_hears_the_staff_no_more_at_once(room: Room, cast: Cast):
    ada, mo = await room.enter(cast.ada), await room.enter(cast.mo)
    await _tell(mo, "You hear me")
    await ada.live.wait("staff_note")
    await Person.filter(id=cast.ada.id).update(suspended_at=clock.now())
    await tell_person_changed(room.house.app, cast.ada.id)
    await _tell(mo)
    await mo.live.wait("staff_note", html=f"<p>{SECRET}</p>\n")
    await ada.live.quiet(0.1)
    assert SECRET not in str(ada.live.heard)
    assert (await ada.send("send_staff_note", client_id=str(uuid4()), body="And me?"))["ok"] is False


@pytest.mark.parametrize("body", ["", "   ", "x" * 4001])
async def test_empty_or_endless_notes_are_refused(room: Room, cast: Cast, body: str):
    ada = await room.enter(cast.ada)
    assert await ada.refused("send_staff_note", client_id=str(uuid4()), body=body) == "invalid"
