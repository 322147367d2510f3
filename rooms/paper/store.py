"""Every query and insert about what was ticked on paper."""

from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from rooms.paper.models import PaperCount

JSON = dict[str, Any]


async def counts(subject_ids: Collection[str]) -> list[JSON]:
    """What was ticked of these: rows of `subject_id`, `option`, `count`."""
    found = PaperCount.filter(subject_id__in=list(subject_ids))
    return list(await found.values("subject_id", "option", "count"))


async def set_count(room_id: str, subject: tuple[str, str], option: int, count: int, by: str) -> None:
    """Write down how many ticked this; `subject` is its type and id. Inside the caller's transaction."""
    subject_type, subject_id = subject
    values: JSON = {"count": count, "entered_by": by, "entered_at": clock.now()}
    if await PaperCount.filter(subject_id=subject_id, option=option).update(**values):
        return
    await PaperCount.create(
        id=new_id(), room_id=room_id, subject_type=subject_type, subject_id=subject_id, option=option, **values
    )
