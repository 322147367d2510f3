"""Every query and insert about bans."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from foundation import clock
from foundation.ids import new_id
from moderation.decisions.models import Ban

JSON = dict[str, Any]
LISTED = 200


async def add_ban(**values: Any) -> JSON:
    """Insert a ban for good that one person proposes, and give its row. Inside a transaction."""
    ban = await Ban.create(id=new_id(), proposed_at=clock.now(), **values)
    return {name: getattr(ban, name) for name in Ban._meta.fields_map}


def _standing(now: datetime) -> QuerySet[Ban]:
    sure = Q(confirmed_at__not_isnull=True) | Q(ends_unless_confirmed_at__gt=now)
    return Ban.filter(sure & (Q(until=None) | Q(until__gt=now)), ended_at=None)


async def standing_ban(person: str, force: str) -> JSON | None:
    """What keeps somebody out of a force's places now."""
    return await _standing(clock.now()).filter(person_id=person, force_id=force).first().values()


async def find_ban(ban: str) -> JSON | None:
    return await Ban.filter(id=ban).first().values()


async def ban_of_decision(decision: str) -> JSON | None:
    """The ban that came of a decision, if it has not ended."""
    return await Ban.filter(decision_id=decision, ended_at=None).first().values()


async def without_ban(decisions: Collection[str]) -> set[str]:
    """Those of these decisions that no ban, standing or over, came of."""
    with_one = Ban.filter(decision_id__in=list(decisions)) if decisions else None
    return {*decisions} - {*(await with_one.values_list("decision_id", flat=True) if with_one else [])}


async def bans_in(force: str) -> tuple[list[JSON], list[JSON]]:
    """The bans of a force that stand, those that wait for a second person first; and those that are over."""
    now = clock.now()
    standing = await _standing(now).filter(force_id=force).order_by("confirmed_at", "-id").limit(LISTED).values()
    waiting = [ban for ban in standing if ban["confirmed_at"] is None]
    confirmed = [ban for ban in standing if ban["confirmed_at"] is not None]
    ids = [ban["id"] for ban in standing]
    over = Ban.filter(force_id=force).exclude(id__in=ids) if ids else Ban.filter(force_id=force)
    return [*waiting, *confirmed], await over.order_by("-id").limit(LISTED).values()


async def set_confirmed(ban: str, by: str) -> bool:
    """Confirm what still waits and somebody else proposed; False when it does not, or they did."""
    now = clock.now()
    waiting = Ban.filter(id=ban, ended_at=None, confirmed_at=None, ends_unless_confirmed_at__gt=now)
    return bool(await waiting.exclude(proposed_by_id=by).update(confirmed_by_id=by, confirmed_at=now))


async def set_ended(ban: str, by: str | None) -> bool:
    """End a ban; False when somebody has already."""
    return bool(await Ban.filter(id=ban, ended_at=None).update(ended_by_id=by, ended_at=clock.now()))


async def banned_since(moment: datetime) -> list[JSON]:
    """The bans that were made since then and stand."""
    return await _standing(clock.now()).filter(proposed_at__gte=moment).values()
