"""What waits for the model."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tortoise.expressions import F

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.risk.models import RiskBacklog

JSON = dict[str, Any]


_ADD = Query("INSERT INTO risk_backlog (id, target_type, target_id, revision, at, tries) VALUES (?, ?, ?, ?, ?, 0)")


async def add_waiting(target_type: str, target_id: str, revision: int) -> None:
    """With many a message where much is said."""
    await _ADD.rows(new_id(), target_type, target_id, revision, clock.now())


async def waiting(most: int) -> Sequence[JSON]:
    """The newest first: what happens now is said in the last minute, whatever else has not been read yet."""
    names = ("id", "target_type", "target_id", "revision", "tries")
    return await RiskBacklog.all().order_by("-id").limit(most).values(*names)


async def count_try(id_: str) -> None:
    """Before it is read: so that a text at which the worker breaks is not read for ever."""
    await RiskBacklog.filter(id=id_).update(tries=F("tries") + 1)


async def claim(id_: str) -> bool:
    """Take one out of what waits; False where another process has it. Inside the transaction that acts on it."""
    return bool(await RiskBacklog.filter(id=id_).delete())


async def forget_before(moment: datetime) -> int:
    return await RiskBacklog.filter(at__lt=moment).delete()
