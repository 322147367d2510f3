"""Three processes tick over one database: each reminder, mail and push message comes once all the same."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from foundation import clock, database
from foundation.database import atomic
from foundation.ids import new_id
from foundation.mail.carriers import mail_folder
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


async def _until_all_are_pushed() -> None:
    while await OutboxPush.filter(sent_at__not_isnull=True).count() < DATES:  # noqa: ASYNC110 - other processes send
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
        with running_server("--workers", "3", settings=settings, folder=tmp_path, **variables) as server:
            ada, rosa = Caller(server.url, cast.ada.token), Caller(server.url, cast.rosa.token)
            device = pushes.browser()
            assert (await rosa.post("/push/subscriptions", device.subscription)).status == 201
            dates = await _soon(ada)
            await database.connect(settings, MODELS)
            try:
                await _remind(cast.rosa.id, dates)
                await asyncio.wait_for(_until_all_are_pushed(), PATIENCE)
                await asyncio.sleep(3)
                assert await Notice.filter(person_id=cast.rosa.id).count() == DATES
            finally:
                await database.close()
                await asyncio.gather(ada.close(), rosa.close())
        paths = [device.read(received)["path"] for received in pushes.received]
        assert sorted(paths) == sorted(f"/surgeries/{date}" for date in dates)
        assert len(list(mail_folder(settings).glob("*.eml"))) == DATES
