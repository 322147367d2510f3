"""What the hosts of a series hold beside it at the times that it is moved to."""

from typing import Any

from foundation import clock
from foundation.settings import Settings
from rooms.series import store
from rooms.series.dates import Repetition
from rooms.series.making import is_moved
from rooms.surgeries.forms import Asked
from rooms.surgeries.preview import preview_of

JSON = dict[str, Any]


async def beside_series(series: JSON, asked: Asked, settings: Settings) -> JSON:
    """What a look before shows, where something is held at the same time; empty where nothing is, or nothing moves."""
    if asked.rule is None or not is_moved(series, Repetition.of(asked.plan, asked.rule, settings.time_zone)):
        return {}
    own = [date["id"] for date in await store.dates_of_series(series["id"], clock.now())]
    preview = await preview_of(asked, settings, await store.hosts_of(series["id"]), but=own)
    return preview if preview["overlaps"] else {}
