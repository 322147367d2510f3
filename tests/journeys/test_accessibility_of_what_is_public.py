"""axe finds nothing on the pages about moderation that everybody reads, nor on those of drills and replay."""

from datetime import timedelta

import pytest

from foundation import clock
from moderation.drills.service import begin_drill
from moderation.replay.keeping_service import keep_rules
from tests.cast import Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.moderation.public.decided import appealed, decided, flagged, reversed_by, waited_for

pytestmark = pytest.mark.browser
_MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("device", DEVICES)
async def test_the_log_the_report_the_rules_and_the_drills(
    browse: Browse, cast: Cast, house: House, axe: str, device: str
) -> None:
    now = clock.now()
    for number in range(6):
        await waited_for(now, (number + 1) * _MINUTE, allowed=5 * _MINUTE)
        await flagged(now)
    await reversed_by(await decided(at=now - _MINUTE), "overturn")
    await appealed(now)
    await begin_drill(house.app, "south-wales")
    await keep_rules(house.app)
    public = ["/moderation/log", "/moderation/log?month=banana", "/moderation/log?kind=abuse", "/moderation/report",
              "/moderation/report?month=2026-01", "/rules", "/rules?version=1"]  # fmt: skip
    doors: list[tuple[str, Member | None]] = [(path, None) for path in public]
    doors += [(path, cast.mo) for path in ("/moderation/drills", "/moderation/replay")]
    assert await look(browse, axe, doors, device) == {}
