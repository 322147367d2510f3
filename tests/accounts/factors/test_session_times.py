"""How long staff stay signed in, and that their live connections end with it."""

import asyncio
from datetime import timedelta

from accounts.jobs import JOBS
from accounts.models import Person
from accounts.sessions.starting import STAFF_LASTS, Started, start_session
from accounts.sessions.viewers import IDLE
from foundation import clock
from foundation.database import atomic
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.factors.conftest import GivePhone
from tests.cast import Cast, Member
from tests.house import House

A_MINUTE = timedelta(minutes=1)


async def _sign_in(member: Member) -> Started:
    return await atomic(lambda: start_session(member.id, member.role, "", "passkey"))


async def test_an_administrator_is_out_after_thirty_idle_minutes_and_an_officer_is_not(
    house: House, cast: Cast
) -> None:
    dee, ada = [house.caller(token=(await _sign_in(member)).token) for member in (cast.dee, cast.ada)]
    clock.move(IDLE - A_MINUTE)
    assert [(await caller.get("/me")).status for caller in (dee, ada)] == [200, 200]
    clock.move(IDLE - A_MINUTE)
    assert (await dee.get("/me")).status == 200, "she was not idle"
    clock.move(IDLE)
    assert [(await caller.get("/me")).status for caller in (dee, ada)] == [401, 200]


async def test_staff_are_out_after_twelve_hours_however_busy(house: House, cast: Cast) -> None:
    callers = [house.caller(token=(await _sign_in(member)).token) for member in (cast.ada, cast.mo, cast.dee)]
    for _quarter in range(47):
        clock.move(timedelta(minutes=15))
        assert {(await caller.get("/me")).status for caller in callers} == {200}
    clock.move(timedelta(minutes=15))
    assert {(await caller.get("/me")).status for caller in callers} == {401}


async def test_being_connected_is_not_being_busy_and_the_connection_ends_within_a_second(
    house: House, cast: Cast
) -> None:
    dee, ada = await _sign_in(cast.dee), await _sign_in(cast.ada)
    hers, adas = await house.live(token=dee.token), await house.live(token=ada.token)
    assert {job.name: job.seconds for job in JOBS}["hang_up_ended_sessions"] == 1
    clock.move(IDLE)
    await house.run_jobs()
    await asyncio.wait_for(hers.ended.wait(), 2)
    assert not adas.ended.is_set()
    clock.move(STAFF_LASTS - IDLE)
    await house.run_jobs()
    await asyncio.wait_for(adas.ended.wait(), 2)


async def test_an_administrator_who_acts_in_a_room_is_busy(house: House, cast: Cast) -> None:
    token = (await _sign_in(cast.dee)).token
    live = await house.live(token=token)
    for _each in range(3):
        clock.move(IDLE - A_MINUTE)
        await live.emit("leave", {"room": "0" * 16})
    await live.quiet(1.5)
    assert not live.ended.is_set()


async def test_the_token_of_a_closed_account_is_dead(house: House, cast: Cast) -> None:
    assert (await house.caller(cast.rosa).get("/me")).status == 200
    await Person.filter(id=cast.rosa.id).update(closed_at=clock.now())
    assert (await house.caller(cast.rosa).get("/me")).status == 401
    assert await house.refuses_live({"token": cast.rosa.token})


async def test_a_token_from_before_the_sign_in_is_never_the_one_after_it(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    phone, ada = await give_phone(cast.ada), browser()
    await ada.get("/sign-in")
    planted = ada.token
    page = await ada.post("/sign-in", email="ada@example.org", password=PASSWORD)
    ticket = page.text.partition('name="ticket" value="')[2].partition('"')[0]
    await ada.post("/sign-in/code", ticket=ticket, code=phone.code())
    assert ada.token not in (None, planted)
    assert (await house.caller(token=planted).get("/me")).status == 401
