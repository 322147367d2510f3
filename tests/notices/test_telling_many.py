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
from notices.taking_back_service import take_back_all, take_back_each
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


async def _tell(crowd: list[str], key: str = "moved.1") -> list[str]:
    async def work() -> list[str]:
        moved = lambda: _("Notices")  # noqa: E731
        return await notify_all(crowd, NoticeKind.DATE_CHANGED, moved, "/rules", key=key)

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


async def _with_browsers(people: list[str]) -> None:
    now = clock.now()
    browsers = [
        PushSubscription(
            id=new_id(), endpoint_hash=f"{number}.{person}", endpoint="https://push.example", p256dh="p", auth="a",
            person_id=person, created_at=now,
        )
        for person in people
        for number in range(2)
    ]  # fmt: skip
    await PushSubscription.bulk_create(browsers)
    chose: dict[str, Any] = {"kind": NoticeKind.DATE_CHANGED, "changed_at": now, "mail": True, "push": True}
    await NoticeChoice.bulk_create([NoticeChoice(id=new_id(), person_id=person, **chose) for person in people])


@pytest.mark.parametrize("each", [False, True])
async def test_what_three_hundred_were_told_goes_with_all_that_waits_in_a_few_queries(
    crowd: list[str], caplog: pytest.LogCaptureFixture, each: bool
):
    await _with_browsers(crowd)
    await _tell(crowd)
    await _tell(crowd, "moved.2")
    assert await OutboxPush.all().count() == 4 * MANY
    left = await OutboxMail.all().order_by("id").first()
    assert left is not None
    await OutboxMail.filter(id=left.id).update(sent_at=clock.now())
    caplog.set_level(logging.DEBUG, logger="tortoise.db_client")
    caplog.clear()
    marks = await atomic(lambda: take_back_each(crowd, "moved", ["1"]) if each else take_back_all(crowd, "moved.1"))
    assert 0 < len(caplog.records) < 40
    assert marks == sorted(crowd)
    assert await Notice.filter(key__endswith=".moved.1").count() == 0
    assert await Notice.filter(key__endswith=".moved.2").count() == MANY
    assert await OutboxPush.all().count() == 2 * MANY
    assert await OutboxMail.filter(sent_at=None).count() + 1 == MANY + (await _was_of_first(left.key))


async def _was_of_first(key: str) -> int:
    """1 where the mail that had left was of what was taken back: none of the others went with it."""
    return 0 if await Notice.filter(id=key.removeprefix("notice.")).exists() else 1
