"""A child talks with two officers, or a supervisor may read it, and both are told so."""

from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.models import AuditEntry
from rooms.booth.models import BoothReading
from rooms.presence import PRESENCE
from tests.cast import Cast, Member
from tests.rooms.booth.conftest import SECRET, Talk, begin
from tests.rooms_from_outside import Room, Seat


@pytest.fixture
async def young(room: Room, cast: Cast) -> Talk:
    """Gwen says that she is under 16, and Ada has called her."""
    return await begin(room, cast.gwen, cast.ada, age="under_16")


def member(cast: Cast, name: str) -> Member:
    found: Member = getattr(cast, name)
    return found


async def test_both_are_told_that_it_is_kept_for_a_supervisor(young: Talk, cast: Cast):
    assert [entry["kind"] for entry in young.rosa.entered["events"]] == ["booth_opened", "booth_recorded"]
    for who in (cast.gwen, cast.ada):
        assert "Kept for a supervisor" in (await young.house.page(f"/booths/{young.id}", who)).text


async def test_two_officers_who_came_before_a_word_need_no_supervisor(young: Talk, cast: Cast):
    await young.ada.ok("call_in", person=cast.huw.id)
    assert "Kept for a supervisor" in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text, "he is not there"
    await young.room.enter(cast.huw)
    await young.rosa.hear("booth_witnessed")
    await young.rosa.say(SECRET)
    assert "Kept for a supervisor" not in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text


async def test_a_colleague_who_comes_after_the_first_word_changes_nothing(young: Talk, cast: Cast):
    await young.rosa.say(SECRET)
    await young.ada.ok("call_in", person=cast.huw.id)
    await young.room.enter(cast.huw)
    assert "Kept for a supervisor" in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text


async def test_one_officer_who_leaves_has_it_kept_from_then_on(young: Talk, cast: Cast, browser: Any):
    await young.ada.ok("call_in", person=cast.huw.id)
    await young.room.enter(cast.huw)
    await young.rosa.hear("booth_witnessed")
    ada = browser(cast.ada)
    await ada.get(f"/booths/{young.id}")
    await ada.post(f"/booths/{young.id}/step-out")
    await young.rosa.live.patient(young.rosa.hear("officer_left"))
    assert "Kept for a supervisor" in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text


async def _witnessed(young: Talk, cast: Cast) -> Seat:
    """Huw was asked in and came, and Gwen has said what she came for; gives his seat."""
    await young.ada.ok("call_in", person=cast.huw.id)
    huw = await young.room.enter(cast.huw)
    await young.rosa.hear("booth_witnessed")
    await young.rosa.say(SECRET)
    return huw


async def test_a_second_officer_who_is_gone_has_it_kept_at_once_and_both_are_told(young: Talk, cast: Cast):
    huw = await _witnessed(young, cast)
    await huw.live.close()
    for seat in (young.rosa, young.ada):
        await seat.hear("booth_recorded")
    assert "Kept for a supervisor" in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text


async def test_the_first_officer_who_leaves_the_page_has_it_kept_too(young: Talk, cast: Cast):
    await _witnessed(young, cast)
    await young.ada.ok("leave")
    await young.rosa.hear("booth_recorded")


async def test_one_of_two_tabs_that_is_closed_changes_nothing(young: Talk, cast: Cast):
    await _witnessed(young, cast)
    await (await young.room.enter(cast.huw)).live.close()
    await young.house.run_jobs()
    assert "Kept for a supervisor" not in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text


async def test_an_officer_lost_with_their_process_has_it_kept_after_a_minute(young: Talk, cast: Cast):
    await _witnessed(young, cast)
    young.house.app[PRESENCE].put_out(young.id, cast.huw.id)  # as in the processes that are left
    clock.move(timedelta(seconds=30))
    await young.house.run_jobs()
    assert [entry["kind"] for entry in await young.rosa.events()].count("booth_recorded") == 1, "so it began"
    clock.move(timedelta(seconds=45))
    await young.house.run_jobs()
    await young.rosa.hear("booth_recorded")


@pytest.mark.parametrize("name", ["dee", "mo"])
async def test_a_supervisor_reads_it_with_a_reason_that_is_written_down(
    young: Talk, cast: Cast, browser: Any, name: str
):
    await young.rosa.say(SECRET)
    reader = browser(member(cast, name))
    assert young.id in (await reader.get("/admin/booths")).text
    assert "Gwen" not in reader.page.text, "with whom stands behind the reason"
    asked = await reader.get(f"/admin/booths/{young.id}")
    assert SECRET not in asked.text
    assert (await reader.post(f"/admin/booths/{young.id}", reason=" ")).status == 422
    assert SECRET in (await reader.post(f"/admin/booths/{young.id}", reason="Gwen Safeguarding check")).text
    [reading] = await BoothReading.all().values("person_id", "reason")
    assert reading == {"person_id": member(cast, name).id, "reason": "Gwen Safeguarding check"}
    [entry] = await AuditEntry.filter(act="booth.read").values()
    assert "Gwen" not in str(entry), "what is written for good names no resident"
    assert "A supervisor read this" in (await young.house.page(f"/booths/{young.id}", cast.gwen)).text


@pytest.mark.parametrize("name", ["max", "huw", "ada", "rosa", "gwen"])
async def test_nobody_else_has_the_supervisors_door(young: Talk, cast: Cast, browser: Any, name: str):
    await young.rosa.say(SECRET)
    other = browser(member(cast, name))
    listed = await other.get("/admin/booths")
    assert young.id not in listed.text
    assert (await other.get(f"/admin/booths/{young.id}")).status in {403, 404}
    await other.get("/booths")
    assert (await other.post(f"/admin/booths/{young.id}", reason="Because")).status in {403, 404}


@pytest.mark.parametrize("name", ["dee", "mo"])
async def test_no_supervisor_reads_what_is_not_kept_for_one(talk: Talk, cast: Cast, browser: Any, name: str):
    reader = browser(member(cast, name))
    assert talk.id not in (await reader.get("/admin/booths")).text
    assert (await reader.get(f"/admin/booths/{talk.id}")).status == 404
    await reader.get("/admin/booths")
    assert (await reader.post(f"/admin/booths/{talk.id}", reason="Curious")).status in {403, 404}
    assert await BoothReading.all().count() == 0
