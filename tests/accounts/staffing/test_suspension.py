"""An officer who is suspended in the middle of a surgery loses badge and rights in every open browser at once."""

import asyncio
import time

import pytest

from accounts.models import OneTimeLink, Person, Session
from accounts.sessions.entering import enter
from accounts.staffing.operator_service import readmit_by_operator, suspend_by_operator
from foundation.database import atomic
from foundation.models import AuditEntry
from foundation.permissions import Role, Scope
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act, colleague
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.rooms_from_outside import Room, Seat

HELD = "Ring me on 07700 900123"


async def _heard_without_badge(seat: Seat, person: str) -> JSON:
    while True:
        for told in seat.live.of("person_changed"):
            if told["person"]["id"] == person and told["person"]["officer"] is None:
                return told
        await asyncio.sleep(0.01)


async def test_everybody_sees_ada_s_badge_go_within_a_second(room: Room, cast: Cast, browser: NewBrowser) -> None:
    ada, rosa, gwen, mo = [await room.enter(each) for each in (cast.ada, cast.rosa, cast.gwen, cast.mo)]
    assert [host["officer"] for host in rosa.entered["room"]["hosts"]] != [None], "Ada must have one to lose"
    dee = browser(cast.dee)
    await dee.get(f"/admin/people/{cast.ada.id}/suspend")
    began = time.monotonic()
    answer = await dee.post(f"/admin/people/{cast.ada.id}/suspend", reason="An inquiry")
    assert answer.status == 303, answer.text
    for seat in (rosa, gwen, mo):
        told = await asyncio.wait_for(_heard_without_badge(seat, cast.ada.id), 1)
        assert told["person"]["role"] == "resident"
    assert time.monotonic() - began < 1
    await asyncio.wait_for(ada.live.ended.wait(), 1)


async def test_ada_is_hung_up_without_waiting_for_a_tick(
    house: House, cast: Cast, browser: NewBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.house._JOBS", ())
    await house.restart()
    ada = await house.live(cast.ada)
    assert (await act(browser(cast.dee), cast.ada, "suspend")).status == 303
    await asyncio.wait_for(ada.ended.wait(), 1)


async def test_a_suspended_officer_s_acts_are_refused_and_held_words_stop_coming(
    room: Room, cast: Cast, browser: NewBrowser
) -> None:
    ada, rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    await rosa.say(HELD, confirm=True)
    await ada.live.wait("held")
    assert (await act(browser(cast.dee), cast.ada, "suspend")).status == 303
    await rosa.say("Or write to rosa@example.org", confirm=True)
    await ada.live.quiet()
    assert "rosa@example.org" not in str(ada.live.heard)
    house = room.house
    assert await house.refuses_live({"token": cast.ada.token})
    assert (await house.caller(cast.ada).post(f"/surgeries/{room.id}/close")).status == 401
    assert (await house.caller(cast.ada).get("/me")).status == 401
    assert (await house.caller().get(f"/officers/{cast.ada.id}")).status == 404
    answer = (await house.caller().get(f"/surgeries/{room.id}")).json
    assert [host["officer"] for host in answer["hosts"]] == [None]


async def test_an_event_that_was_on_its_way_is_refused_too(room: Room, cast: Cast, browser: NewBrowser) -> None:
    """The connection is hung up after the commit: what comes between is authorised against the record."""
    ada = await room.enter(cast.ada)
    await Person.filter(id=cast.ada.id).update(suspended_at=cast.ada.began)
    assert await ada.refused("set_mode", mode="locked") == "not_allowed"


async def test_who_is_only_present_is_drawn_anew_too(room: Room, cast: Cast, browser: NewBrowser) -> None:
    rosa, huw = await room.enter(cast.rosa), await room.enter(cast.huw)
    assert huw.entered["me"]["officer"], "Huw neither hosts nor speaks here"
    await act(browser(cast.dee), cast.huw, "suspend")
    await asyncio.wait_for(_heard_without_badge(rosa, cast.huw.id), 1)


async def test_readmitting_gives_back_what_was_taken(room: Room, cast: Cast, browser: NewBrowser) -> None:
    rosa, dee = await room.enter(cast.rosa), browser(cast.dee)
    await act(dee, cast.ada, "suspend")
    assert (await act(dee, cast.ada, "suspend")).status == 409
    assert (await act(dee, cast.ada, "readmit", "Nothing was in it")).status == 303
    assert (await act(dee, cast.ada, "readmit")).status == 409
    told = await rosa.live.wait("person_changed", room=room.id)
    assert told["person"]["officer"] is None
    await rosa.live.quiet()
    assert rosa.live.of("person_changed")[-1]["person"]["officer"]["number"] == "4127"
    assert await room.house.refuses_live({"token": cast.ada.token}), "the old sign-in stays dead"
    assert (await room.house.caller().get(f"/officers/{cast.ada.id}")).status == 200
    acts = {entry.act: entry.reason for entry in await AuditEntry.filter(subject_id=cast.ada.id, actor_id=cast.dee.id)}
    assert acts["staff.readmit"] == "Nothing was in it"


async def test_a_suspension_ends_links_and_every_sign_in(cast: Cast, browser: NewBrowser, house: House) -> None:
    dee = browser(cast.dee)
    await act(dee, cast.ada, "link")
    assert await OneTimeLink.filter(person_id=cast.ada.id, used_at=None).exists()
    await act(dee, cast.ada, "suspend")
    assert not await OneTimeLink.filter(person_id=cast.ada.id, used_at=None).exists()
    assert not await Session.filter(person_id=cast.ada.id, ended_at=None).exists()
    assert (await act(dee, cast.ada, "link")).status == 409


async def test_nobody_suspends_themself_or_the_last_administrator(cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    for verb in ("suspend", "move", "end", "link"):
        assert (await act(dee, cast.dee, verb)).status == 403, verb
    local = await colleague("Lyn Shaw", Role.ADMINISTRATOR, "cathays", scope=Scope.NEIGHBOURHOODS)
    await Person.filter(id=cast.max.id).update(role=Role.ADMINISTRATOR, force_id=None)
    everywhere = browser(cast.max)
    assert (await act(everywhere, cast.dai, "suspend")).status == 303
    for verb in ("suspend", "end"):
        answer = await act(everywhere, cast.dee, verb)
        assert answer.status == 409, "Lyn has one neighbourhood only, and Dai is suspended"
        assert "last administrator" in answer.text
    assert (await act(everywhere, local, "suspend")).status == 303


async def test_two_who_suspend_each_other_do_not_both_succeed(cast: Cast, browser: NewBrowser) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    await dee.get(f"/admin/people/{cast.dai.id}/suspend")
    await dai.get(f"/admin/people/{cast.dee.id}/suspend")
    answers = await asyncio.gather(
        dee.post(f"/admin/people/{cast.dai.id}/suspend", reason="Him"),
        dai.post(f"/admin/people/{cast.dee.id}/suspend", reason="Her"),
    )
    assert sorted(answer.status for answer in answers)[0] == 303
    assert await Person.filter(role=Role.ADMINISTRATOR, suspended_at=None).count() == 1


async def test_a_sign_in_that_met_the_suspension_half_way_opens_nothing_after_it(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    """Its password was right before, its session was written after: it is not to wait for the readmission."""
    dee = browser(cast.dee)
    assert (await act(dee, cast.ada, "suspend", "A complaint")).status == 303
    await atomic(lambda: enter(cast.ada.id, cast.ada.role, "", "session.start", method="code", address="192.0.2.1"))
    assert await Session.filter(person_id=cast.ada.id, ended_at=None).count() == 1
    assert (await act(dee, cast.ada, "readmit", "Nothing was in it")).status == 303
    assert not await Session.filter(person_id=cast.ada.id, ended_at=None).exists()


@pytest.mark.parametrize("verb", ["suspend", "readmit", "move", "end", "link"])
async def test_each_act_needs_a_reason_and_somebody_of_the_force(cast: Cast, browser: NewBrowser, verb: str) -> None:
    dee = browser(cast.dee)
    if verb == "readmit":
        await act(dee, cast.ada, "suspend")
    more = {"scope": "neighbourhoods", "neighbourhoods": "penarth"}
    assert (await act(dee, cast.ada, verb, " ", **more)).status == 422
    for stranger in (cast.max, cast.rosa, cast.gwen):
        assert (await act(dee, stranger, verb, **more)).status == 404, stranger.name
    assert (await act(dee, cast.ada, verb, **more)).status == 303


async def test_another_process_that_only_sees_the_rows_follows_within_its_tick(
    room: Room, cast: Cast, settings: object
) -> None:
    """The command line, or another server: nothing is told here but by the rows."""
    ada, rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    await suspend_by_operator("ada@example.org", "An emergency")
    await room.house.run_jobs()
    await asyncio.wait_for(_heard_without_badge(rosa, cast.ada.id), 1)
    await asyncio.wait_for(ada.live.ended.wait(), 1)
    await readmit_by_operator("ada@example.org", "It is over")
    await room.house.run_jobs()
    await rosa.live.quiet()
    assert rosa.live.of("person_changed")[-1]["person"]["officer"]
    told = len(rosa.live.of("person_changed"))
    await room.house.run_jobs()
    await rosa.live.quiet()
    assert len(rosa.live.of("person_changed")) == told, "each decision is followed once"
