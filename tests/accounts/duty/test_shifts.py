"""Going on duty and off: by hand, by a room, by the clock; and the words that nobody else has for 30 days."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from accounts.duty import service, store
from accounts.duty.codes import code_of
from accounts.duty.models import Shift
from accounts.models import Person
from foundation import clock
from foundation.errors import NotAllowed
from foundation.models import AuditEntry
from rooms.models import Room as Row
from tests.accounts.browsing import NewBrowser
from tests.accounts.duty.conftest import check, says, words_of
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room, plan


async def test_ada_goes_on_duty_and_off_by_a_button(house: House, cast: Cast, browser: NewBrowser) -> None:
    ada = browser(cast.ada)
    assert "Go on duty" in (await ada.get("/account")).text
    assert (await ada.post("/duty/begin")).status == 303
    words = await words_of(house, cast.ada.id)
    assert words
    page = await ada.get("/account")
    assert says(page.text, words)
    assert (await ada.post("/duty/end")).status == 303
    assert await words_of(house, cast.ada.id) is None
    assert (await check(house, words)).status == 410


async def test_nobody_else_has_such_a_button(house: House, cast: Cast, browser: NewBrowser) -> None:
    for member in (cast.rosa, cast.gwen, cast.mo, cast.dee):
        person = browser(member)
        assert "duty" not in (await person.get("/account")).text.lower(), member.name
        assert (await person.post("/duty/begin")).status == 403, member.name
    assert await Shift.all().count() == 0


async def test_forged_fields_put_nobody_on_duty(house: House, cast: Cast, browser: NewBrowser) -> None:
    ada, rosa = browser(cast.ada), browser(cast.rosa)
    await ada.get("/account")
    assert (await ada.post_without_token("/duty/begin")).status == 403
    await ada.post("/duty/begin", officer=cast.huw.id, person=cast.huw.id, by="room", code="amber kettle river")
    assert await words_of(house, cast.huw.id) is None
    await rosa.get("/account")
    await rosa.post("/account/name", name="Rosie", role="officer", code=str(await words_of(house, cast.ada.id)))
    forged = {"code": "amber kettle river", "officer": {"id": cast.rosa.id}, "until": "2099-01-01T00:00:00Z"}
    assert (await house.caller(cast.rosa).post("/check", forged)).status == 404


async def test_two_tabs_begin_one_shift(house: House, cast: Cast) -> None:
    await asyncio.gather(*(service.begin_shift(house.app, cast.ada.id) for _tab in range(8)))
    assert await Shift.filter(person_id=cast.ada.id).count() == 1
    await asyncio.gather(*(service.end_shift(house.app, cast.ada.id) for _tab in range(8)))
    assert await AuditEntry.filter(act="shift.begin").count() == await AuditEntry.filter(act="shift.end").count() == 1


async def test_a_shift_lasts_twelve_hours_at_most(house: House, cast: Cast) -> None:
    await service.begin_shift(house.app, cast.ada.id)
    words = await words_of(house, cast.ada.id)
    clock.move(timedelta(hours=11, minutes=59))
    assert await words_of(house, cast.ada.id) == words
    clock.move(timedelta(minutes=2))
    assert await words_of(house, cast.ada.id) is None, "also before the job has ended it"
    assert (await check(house, words)).status == 410
    await house.run_jobs()
    shift = await Shift.get(person_id=cast.ada.id)
    assert shift.ended_at == shift.ends_at
    await service.begin_shift(house.app, cast.ada.id)
    assert await words_of(house, cast.ada.id) not in (None, words)


async def test_nobody_has_words_again_within_thirty_days(
    house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "new_id", lambda: "0" * 16)
    taken = code_of(house.settings, cast.ada.id, "0" * 16, 0)
    await store.add_shift("old", cast.huw.id, "officer", clock.now() + service.LASTS, taken)
    clock.move(timedelta(days=30, hours=11))
    await service.begin_shift(house.app, cast.ada.id)
    shift = await Shift.get(person_id=cast.ada.id)
    assert (shift.attempt > 0, await words_of(house, cast.ada.id) == taken.words) == (True, False)
    await shift.delete()
    clock.move(timedelta(hours=2))
    await service.begin_shift(house.app, cast.ada.id)
    assert await words_of(house, cast.ada.id) == taken.words, "after 30 days they are free again"


async def test_only_a_verified_officer_goes_on_duty(house: House, cast: Cast) -> None:
    await Person.filter(id=cast.huw.id).update(suspended_at=clock.now())
    for person in (cast.rosa.id, cast.mo.id, cast.huw.id, "0" * 16):
        with pytest.raises(NotAllowed):
            await service.begin_shift(house.app, person)
    assert await Shift.all().count() == 0


async def test_who_opens_a_surgery_is_on_duty_until_the_last_one_closes(room: Room, words: str, cast: Cast) -> None:
    other = await room.beside()
    assert await words_of(room.house, cast.ada.id) == words
    await room.act("close")
    assert await words_of(room.house, cast.ada.id) == words
    await other.act("close")
    assert await words_of(room.house, cast.ada.id) is None
    assert (await check(room.house, words)).status == 410


async def test_who_went_on_duty_themselves_stays_after_the_close(scheduled: Room, cast: Cast) -> None:
    await service.begin_shift(scheduled.house.app, cast.ada.id)
    words = await words_of(scheduled.house, cast.ada.id)
    await scheduled.act("open")
    await scheduled.act("close")
    assert await words_of(scheduled.house, cast.ada.id) == words


async def test_a_host_who_is_not_there_is_not_on_duty_until_they_come(
    scheduled: Room, cast: Cast, browser: NewBrowser
) -> None:
    clock.move(timedelta(hours=1, minutes=1))
    await scheduled.house.run_jobs()
    assert (await scheduled.log())[-1]["kind"] == "surgery_opened", "the clock must have opened it"
    assert await words_of(scheduled.house, cast.ada.id) is None
    await browser(cast.huw).get(f"/surgeries/{scheduled.id}")
    assert await words_of(scheduled.house, cast.huw.id) is None, "a visitor is not on duty in it"
    await browser(cast.ada).get(f"/surgeries/{scheduled.id}")
    assert await words_of(scheduled.house, cast.ada.id)
    clock.move(timedelta(hours=1))
    await scheduled.house.run_jobs()
    assert await words_of(scheduled.house, cast.ada.id) is None, "closed by the clock"


async def test_a_host_who_waits_in_the_room_is_on_duty_when_the_clock_opens_it(scheduled: Room, cast: Cast) -> None:
    ada = await scheduled.enter(cast.ada)
    assert ada.entered["on_duty"] == []
    clock.move(timedelta(hours=1, minutes=1))
    await scheduled.house.run_jobs()
    told = await ada.live.wait("duty_changed", room=scheduled.id)
    assert [each["person"]["id"] for each in told["officers"]] == [cast.ada.id]


async def test_ada_who_goes_off_by_hand_stays_off_in_her_room(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    await service.end_shift(room.house.app, cast.ada.id)
    ada = browser(cast.ada)
    page = await ada.get(f"/surgeries/{room.id}")
    await room.enter(cast.ada)
    await room.house.run_jobs()
    assert await words_of(room.house, cast.ada.id) is None
    assert "nobody can check that it is you" in page.text
    answer = await ada.post("/duty/begin", back=f"/surgeries/{room.id}")
    assert answer.headers["Location"] == f"/surgeries/{room.id}"
    assert await words_of(room.house, cast.ada.id) not in (None, words)


async def test_a_host_whose_twelve_hours_run_out_in_the_room_gets_new_words(house: House, cast: Cast) -> None:
    soon = clock.now()
    times = {"starts_at": clock.rfc3339(soon + timedelta(hours=1)), "ends_at": clock.rfc3339(soon + timedelta(hours=9))}
    room = Room(house, (await house.caller(cast.ada).post("/surgeries", plan(**times))).json, cast.ada)
    clock.move(timedelta(hours=-4))
    await service.begin_shift(house.app, cast.ada.id)
    clock.move(timedelta(hours=4))
    await room.act("open")
    ada = await room.enter(cast.ada)
    words = ada.entered["on_duty"][0]["code"]
    clock.move(timedelta(hours=8, minutes=1))
    await house.run_jobs()
    now = await words_of(house, cast.ada.id)
    assert now not in (None, words)
    assert (await check(house, words)).status == 410
    assert (await check(house, now)).status == 200


async def test_signing_out_everywhere_is_going_off_duty(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    ada = browser(cast.ada)
    await ada.get("/account")
    await ada.post("/account/sign-out-everywhere")
    assert await words_of(room.house, cast.ada.id) is None


async def test_signing_out_of_one_device_is_not(room: Room, words: str, cast: Cast) -> None:
    assert (await room.house.caller(cast.ada).delete("/session")).status == 204
    assert await words_of(room.house, cast.ada.id) == words


async def test_a_shift_whose_room_closed_when_its_server_fell_is_ended_by_the_next(room: Room, words: str) -> None:
    await Row.filter(id=room.id).update(status="closed")
    await room.house.run_jobs()
    assert await words_of(room.house, room.host.id) is None


async def test_another_secret_takes_everybody_off_duty(house: House, cast: Cast) -> None:
    await service.begin_shift(house.app, cast.ada.id)
    words = await words_of(house, cast.ada.id)
    house.settings = replace(house.settings, secret_key="another secret of enough characters, by far")
    await house.restart()
    assert await words_of(house, cast.ada.id) is None
    await service.begin_shift(house.app, cast.ada.id)
    assert await words_of(house, cast.ada.id) not in (None, words)


async def test_every_shift_is_written_down_without_its_words(room: Room, words: str, cast: Cast) -> None:
    await room.act("close")
    acts = await AuditEntry.filter(act__startswith="shift.").order_by("at").values("act", "subject_id", "details")
    assert [(each["act"], each["subject_id"]) for each in acts] == [
        ("shift.begin", cast.ada.id), ("shift.end", cast.ada.id)
    ]  # fmt: skip
    assert acts[0]["details"]["by"] == "room"
    assert not says(acts, words)
