"""Three processes tick over one database: each reminder, mail and push message comes once all the same."""

import asyncio
import re
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from foundation import clock, database
from foundation.database import atomic
from foundation.ids import new_id
from foundation.mail.carriers import mail_folder
from foundation.models import OutboxMail
from foundation.settings import Settings
from foundation.vapid import new_private
from notices.models import Notice, OutboxPush
from rooms.reminders.models import Reminder
from server.models import MODELS
from tests.cast import Cast
from tests.clients import Caller
from tests.rooms_from_outside import plan
from tests.running.push_service import running_push_service
from tests.running.server_process import running_server

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
DATES = 12
PROCESSES = 3
PATIENCE = 40.0
"""Seconds; the processes look for reminders every ten."""


@pytest.fixture
def dialect() -> str:
    return "postgres"


async def _soon(ada: Caller) -> list[str]:
    """Dates that begin in twenty minutes."""
    start = clock.now() + timedelta(minutes=20)
    times = {"starts_at": clock.rfc3339(start), "ends_at": clock.rfc3339(start + timedelta(hours=1))}
    return [(await ada.post("/surgeries", plan(title=f"Date {number}", **times))).json["id"] for number in range(DATES)]


async def _remind(person: str, dates: list[str]) -> None:
    """As if they had asked long ago: the reminder of half an hour before is due."""
    now = clock.now()
    rows = [Reminder(id=new_id(), surgery_id=date, person_id=person, created_at=now, day_sent_at=now) for date in dates]
    await atomic(lambda: Reminder.bulk_create(rows))


async def _until_all_are_sent() -> None:
    for outbox in (OutboxPush, OutboxMail):
        while await outbox.filter(sent_at__not_isnull=True).count() < DATES:  # noqa: ASYNC110 - other processes send
            await asyncio.sleep(0.2)


async def _rounds(processes: Sequence[Caller]) -> list[int]:
    """How often each process has looked for reminders."""
    figures = [(await process.page("/metrics")).text for process in processes]
    found = [
        re.search(r'^bluelamp_job_runs_total{job="send_reminders",outcome="done"} (\d+)', one, re.M) for one in figures
    ]
    return [int(each[1]) if each else 0 for each in found]


async def _until_each_has_looked(processes: Sequence[Caller], before: list[int]) -> None:
    while any(now <= was for now, was in zip(await _rounds(processes), before, strict=True)):  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.2)


async def test_rosa_is_reminded_once_of_each_date(settings: Settings, cast: Cast, redis_url: str, tmp_path: Path):
    variables = {
        "BLUELAMP_REDIS_URL": redis_url,
        "BLUELAMP_LIMITS": "off",
        "BLUELAMP_VAPID_PRIVATE_KEY": new_private(),
        "BLUELAMP_VAPID_CONTACT": "mailto:it@force.example",
    }
    async with running_push_service() as pushes:
        variables["BLUELAMP_PUSH_ORIGINS"] = pushes.origin
        # More dates than are sent at once, and longer than from one tick to the next: every process finds some waiting.
        pushes.slow = 1.5
        with ExitStack() as running:
            servers = [
                running.enter_context(running_server(settings=settings, folder=tmp_path, **variables))
                for _each in range(PROCESSES)
            ]
            processes = [Caller(server.url) for server in servers]
            ada, rosa = (Caller(servers[0].url, member.token) for member in (cast.ada, cast.rosa))
            device = pushes.browser()
            assert (await rosa.post("/push/subscriptions", device.subscription)).status == 201
            dates = await _soon(ada)
            await database.connect(settings, MODELS)
            try:
                await _remind(cast.rosa.id, dates)
                looks = _until_each_has_looked(processes, await _rounds(processes))
                await asyncio.wait_for(asyncio.gather(looks, _until_all_are_sent()), PATIENCE)
                assert await Notice.filter(person_id=cast.rosa.id).count() == DATES
                assert await OutboxPush.all().count() == await OutboxMail.all().count() == DATES
            finally:
                await database.close()
                await asyncio.gather(*(caller.close() for caller in (ada, rosa, *processes)))
        paths = [device.read(received)["path"] for received in pushes.received]
        assert sorted(paths) == sorted(f"/surgeries/{date}" for date in dates)
        assert len(list(mail_folder(settings).glob("*.eml"))) == DATES
