"""Every query and insert about appeals."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from foundation.ids import new_id
from moderation.appeals.models import Appeal

JSON = dict[str, Any]
LISTED = 100


async def add_appeal(**values: Any) -> JSON:
    """Insert an appeal and give its row; raises IntegrityError where there was one against the decision."""
    appeal = await Appeal.create(id=new_id(), **values)
    return {name: getattr(appeal, name) for name in Appeal._meta.fields_map}


async def appeal_against(decision: str) -> JSON | None:
    """The one appeal against a decision."""
    return await Appeal.filter(decision_id=decision).first().values()


async def appeals_against(decisions: Collection[str]) -> dict[str, JSON]:
    """The appeal against each of these decisions that has one."""
    rows = await Appeal.filter(decision_id__in=list(decisions)).values() if decisions else []
    return {row["decision_id"]: row for row in rows}


async def open_in(force: str) -> Sequence[JSON]:
    """What waits in a force, the longest waiting first."""
    return await Appeal.filter(force_id=force, state="open").order_by("at", "id").limit(LISTED).values()


async def decided_in(force: str) -> Sequence[JSON]:
    """What was decided in a force, newest first."""
    decided = Appeal.filter(force_id=force).exclude(state="open")
    return await decided.order_by("-decided_at", "-id").limit(LISTED).values()


async def count_open(force: str) -> int:
    return await Appeal.filter(force_id=force, state="open").count()


async def set_decided(appeal: str, state: str, *, by: str | None, reason: str, at: datetime) -> bool:
    """Decide an appeal that waits; False when somebody has already. Inside a transaction."""
    changes = {"state": state, "decided_by_id": by, "decided_at": at, "reason": reason, "version": 2}
    return bool(await Appeal.filter(id=appeal, state="open").update(**changes))


async def set_outcome(appeal: str, decision: str) -> None:
    """Which decision came of it."""
    await Appeal.filter(id=appeal).update(outcome_id=decision)
