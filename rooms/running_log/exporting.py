"""All of a log at once: for files and for the summary."""

from typing import Any
from zoneinfo import ZoneInfo

from rooms.running_log import store
from rooms.running_log.summary import Summary, summary_of
from rooms.running_log.telling import entries_shown

JSON = dict[str, Any]
_TOGETHER = 200


async def every_entry(log_id: str) -> list[JSON]:
    """Every entry that is shown, in the order of writing."""
    shown: list[JSON] = []
    page: list[JSON] = []
    async for row in store.every_entry(log_id):
        page.append(row)
        if len(page) == _TOGETHER:
            shown += await entries_shown(page)
            page = []
    return [*shown, *await entries_shown(page)]


async def summary(log: JSON, zone: ZoneInfo) -> Summary:
    """What a log amounts to."""
    return summary_of(await store.times_and_categories(log["id"]), log["categories"], zone)
