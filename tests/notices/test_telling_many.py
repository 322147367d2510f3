"""Telling hundreds at once: the same to each as if they were told alone, in as few queries as telling a handful."""

import logging
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import Person
from foundation import clock
from foundation.database import atomic
from foundation.ids import new_id
from foundation.language import _
from foundation.models import OutboxMail
from notices.kinds import NoticeKind
from notices.models import Notice, NoticeChoice, OutboxPush, PushSubscription
from notices.service import notify_all
from tests.house import House

MANY = 300


@pytest.fixture
async def crowd(house: House) -> list[str]:
    """The ids of so many residents with confirmed addresses, every second one of whom reads Welsh."""
    now = clock.now()
    people = [
        Person(
            id=new_id(), name=f"Resident {n}", name_skeleton=f"resident{n}", role="resident", created_at=now,
            email=f"resident{n}@example.org", email_confirmed_at=now, language=("en", "cy")[n % 2],
        )
        for n in range(MANY)
    ]  # fmt: skip
    await Person.bulk_create(people)
    return [person.id for person in people]


async def _tell(crowd: list[str]) -> list[str]:
    async def work() -> list[str]:
        moved = lambda: _("Notices")  # noqa: E731
        return await notify_all(crowd, NoticeKind.DATE_CHANGED, moved, "/rules", key="moved.1")

    return await atomic(work)


async def test_three_hundred_are_told_once_each_in_their_own_language(crowd: list[str]):
    assert sorted(await _tell(crowd)) == sorted(crowd)
    assert await _tell(crowd) == []
    told = dict(await Notice.all().values_list("person_id", "sentence"))
    assert (len(told), told[crowd[0]], told[crowd[1]]) == (MANY, "Notices", "Hysbysiadau")
    letters = dict(await OutboxMail.all().values_list("recipient", "text"))
    assert len(letters) == MANY
    assert "Resident 1," in letters["resident1@example.org"]
    assert "Hysbysiadau" in letters["resident1@example.org"]


async def test_each_is_told_by_the_ways_they_chose(crowd: list[str]):
    now = clock.now()
    chose: dict[str, Any] = {"kind": NoticeKind.DATE_CHANGED, "changed_at": now}
    await NoticeChoice.create(id=new_id(), person_id=crowd[0], mail=False, push=True, **chose)
    await NoticeChoice.create(id=new_id(), person_id=crowd[1], mail=True, push=False, **chose)
    for person in (crowd[0], crowd[1]):
        await PushSubscription.create(
            id=new_id(), endpoint_hash=person, endpoint="https://push.example", p256dh="p", auth="a",
            person_id=person, created_at=now,
        )  # fmt: skip
    await OutboxMail.create(
        id=new_id(), key="bounced", recipient="resident2@example.org", subject="s", text="", created_at=now,
        due_at=now, given_up_at=now, refused_at=now - timedelta(days=1),
    )  # fmt: skip
    await Person.filter(id=crowd[3]).update(closed_at=now)
    told = await _tell(crowd)
    assert set(crowd) - set(told) == {crowd[3]}
    wrote = set(await OutboxMail.filter(key__not="bounced").values_list("recipient", flat=True))
    assert {f"resident{n}@example.org" for n in range(MANY)} - wrote == {
        f"resident{n}@example.org" for n in (0, 2, 3)
    }  # fmt: skip
    pushed = await OutboxPush.all().values_list("subscription__person_id", flat=True)
    assert [str(person) for person in pushed] == [crowd[0]]


async def test_hundreds_keep_nobody_waiting_for_the_database(crowd: list[str], caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG, logger="tortoise.db_client")
    await _tell(crowd)
    assert 0 < len(caplog.records) < 30
