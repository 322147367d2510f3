"""What is over is forgotten in time: sign-ins, links, and guests who said nothing and do not come back."""

import asyncio
from datetime import timedelta

import pytest

from accounts import forgetting
from accounts.models import OneTimeLink, Person, Session
from accounts.people import NewPerson
from accounts.store import add_person
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.models import AuditEntry, AuditPersonal
from foundation.permissions import Role
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room


@pytest.fixture(autouse=True)
def _from_the_first_guest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "_looked_at", "")


async def _guest(house: House, name: str) -> tuple[str, str]:
    answer = (await house.caller().post("/guest", {"name": name})).json
    return answer["person"]["id"], answer["token"]


async def _old_sessions(cast: Cast, count: int) -> None:
    now = clock.now()
    await Session.bulk_create(
        Session(id=f"old{number}", token_hash=f"old{number}", person_id=cast.rosa.id, created_at=now,
                last_seen_at=now, expires_at=now + timedelta(days=1)) for number in range(count)
    )  # fmt: skip


async def test_a_sign_in_is_forgotten_thirty_days_after_its_end(house: House, cast: Cast) -> None:
    await Session.filter(id=cast.amir.session).update(ended_at=clock.now())
    await Session.filter(id=cast.rosa.session).update(expires_at=clock.now() + timedelta(days=2))
    clock.move(timedelta(days=31))
    await house.run_jobs()
    left = {str(each) for each in await Session.all().values_list("id", flat=True)}
    assert cast.amir.session not in left
    assert cast.rosa.session in left, "29 days over is not yet 30"
    clock.move(timedelta(days=2))
    await house.run_jobs()
    assert not await Session.filter(id=cast.rosa.session).exists()
    assert await Person.filter(id__in=[cast.rosa.id, cast.amir.id]).count() == 2


async def test_a_link_is_forgotten_thirty_days_after_its_end_used_or_not(house: House, cast: Cast) -> None:
    for token, used in (("used", clock.now()), ("late", None)):
        await OneTimeLink.create(
            token_hash=token, person_id=cast.rosa.id, purpose="forgotten", expires_at=clock.now(), used_at=used
        )
    await OneTimeLink.create(
        token_hash="new", person_id=cast.rosa.id, purpose="forgotten", expires_at=clock.now() + timedelta(days=3)
    )
    clock.move(timedelta(days=31))
    await house.run_jobs()
    assert [str(each) for each in await OneTimeLink.all().values_list("token_hash", flat=True)] == ["new"]


async def test_very_many_are_forgotten_in_parts_and_by_two_processes_at_once(
    house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "_AT_ONCE", 20)
    await _old_sessions(cast, 250)
    clock.move(timedelta(days=40))
    before = await Session.all().count()
    await forgetting.forget_sign_ins(house.app)
    assert before - await Session.all().count() == 200, "ten parts of twenty a run"
    await asyncio.gather(*(forgetting.forget_sign_ins(house.app) for _process in range(2)))
    assert await Session.filter(id__startswith="old").count() == 0


async def test_a_guest_without_words_is_forgotten_after_ninety_days(house: House, cast: Cast) -> None:
    guest, token = await _guest(house, "Gwenllian")
    clock.move(timedelta(days=89))
    await house.run_jobs()
    assert await Person.filter(id=guest).exists()
    clock.move(timedelta(days=2))
    await house.run_jobs()
    assert not await Person.filter(id=guest).exists()
    assert (await house.caller(token=token).get("/me")).status == 401
    assert await Person.filter(id=cast.rosa.id).exists(), "only guests go"


async def test_a_guest_who_was_here_lately_stays(house: House, cast: Cast) -> None:
    guest, _token = await _guest(house, "Gwenllian")
    clock.move(timedelta(days=91))
    await Session.filter(person_id=guest).update(last_seen_at=clock.now(), expires_at=clock.now() + timedelta(days=1))
    await house.run_jobs()
    assert await Person.filter(id=guest).exists()


async def test_a_guest_who_said_something_stays_with_their_words(room: Room, cast: Cast) -> None:
    house = room.house
    guest, token = await _guest(house, "Gwenllian")
    live = await house.live(token=token)
    await live.ok("enter", room=room.id, after=0)
    sent = await live.ok("send_message", room=room.id, client_id="b0a5c0de-0000-4000-8000-000000000001", body="Bore da")
    assert sent["status"] == "published", "must be in the log for this to mean anything"
    await live.close()
    clock.move(timedelta(days=91))
    for _run in range(2):
        await house.run_jobs()
    events = (await house.caller().get(f"/surgeries/{room.id}/events")).json["events"]
    authors = [entry["data"]["author"]["name"] for entry in events if entry["kind"] == "message_posted"]
    assert authors == ["Gwenllian"]
    assert await Person.filter(id=guest).exists()


async def test_many_who_stay_do_not_hide_who_is_to_go(
    house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "_GUESTS_AT_ONCE", 2)
    people = [await atomic(lambda: add_person(NewPerson(name="Guest", role=Role.GUEST))) for _guest in range(7)]
    clock.move(timedelta(days=91))
    stay = await Person.filter(role=Role.GUEST).order_by("id").limit(4).values_list("id", flat=True)
    for guest in stay:
        await house.caller(cast.rosa).get("/me")
        await Session.create(
            id=f"s{guest[:15]}", token_hash=guest, person_id=guest, created_at=clock.now(),
            last_seen_at=clock.now(), expires_at=clock.now() + timedelta(days=1),
        )  # fmt: skip
    for _run in range(5):
        await forgetting.forget_guests(house.app)
    left = set(await Person.filter(role=Role.GUEST).values_list("id", flat=True))
    assert left == set(stay)
    assert not left >= set(people)


async def test_with_a_guest_goes_what_the_audit_knows_by_name(house: House, cast: Cast) -> None:
    guest, _token = await _guest(house, "Gwenllian")
    await atomic(
        lambda: add_entry(
            act="person.rename", actor=cast.gwen.viewer, subject_type="person", subject_id=guest,
            personal={"before": "Gwenllian", "after": "Gwenno"},
        )
    )  # fmt: skip
    clock.move(timedelta(days=91))
    await house.run_jobs()
    entry = await AuditEntry.get(act="person.rename")
    assert not await AuditPersonal.filter(id=entry.id).exists()
