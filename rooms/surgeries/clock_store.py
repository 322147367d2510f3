"""The surgeries that the clock has something to do for."""

from datetime import datetime

from tortoise.queryset import QuerySet

from foundation import clock
from rooms.models import Status, Surgery


async def due_to_open() -> list[str]:
    """The surgeries whose start has come."""
    return await _ids(Surgery.filter(room__status=Status.SCHEDULED, starts_at__lte=clock.now()))


async def due_to_close() -> list[str]:
    """The open surgeries whose end has come."""
    return await _ids(Surgery.filter(room__status=Status.OPEN, ends_at__lte=clock.now()))


async def without_host(column: str, since: datetime) -> list[str]:
    """The open surgeries that began by `since`, where no host was seen and `column` does not say so yet."""
    missing = {"host_seen_at": None, column: None, "online": True}
    return await _ids(Surgery.filter(room__status=Status.OPEN, starts_at__lte=since, **missing))


async def set_host_missing(surgery_id: str, column: str) -> bool:
    """Note in `column` that no host was seen; False when one was, or it was noted already."""
    missing = {"host_seen_at": None, column: None}
    return bool(await Surgery.filter(id=surgery_id, **missing).update(**{column: clock.now()}))


async def _ids(surgeries: QuerySet[Surgery]) -> list[str]:
    return [str(surgery_id) for surgery_id in await surgeries.values_list("id", flat=True)]
