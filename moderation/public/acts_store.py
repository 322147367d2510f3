"""Reading decisions for the public log: a page of them, the newest first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.expressions import Q

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _
from moderation.models import Decision

JSON = dict[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LATEST = datetime(9999, 12, 31, tzinfo=UTC)
_FIELDS = (
    "id", "at", "action", "target_type", "kind", "clause", "rules_version", "actor_id", "actor_role", "force_id",
    "neighbourhood_id",
)  # fmt: skip
DRILL = "drill"
_PUBLIC = ~Q(target_type=DRILL) & ~Q(action="undo")
"""A drill was no act on anybody's words; what was undone within two minutes is marked where it stands."""


@dataclass(frozen=True)
class Wanted:
    """Which decisions: None asks for all. `since` is included, `until` is not."""

    force: str | None = None
    neighbourhood: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    kinds: Sequence[str] = ()
    clause: str | None = None
    cursor: str | None = None
    limit: int = 50


async def acts(wanted: Wanted) -> list[JSON]:
    """The decisions asked for, the newest first: one more than `limit` where others follow. Raises Invalid."""
    return await Decision.filter(_matching(wanted)).order_by("-at", "-id").limit(wanted.limit + 1).values(*_FIELDS)


async def superseding(ids: Collection[str]) -> dict[str, JSON]:
    """What took the place of each of these decisions; those that stand are missing."""
    if not ids:
        return {}
    rows = Decision.filter(supersedes_id__in=list(ids)).order_by("at", "id")
    return {row["supersedes_id"]: row for row in await rows.values("supersedes_id", "action", "at")}


def cursor_of(row: JSON) -> str:
    """Where the next page begins: after this row."""
    return f"{(row['at'] - _EPOCH) // _MICROSECOND}-{row['id']}"


def _matching(wanted: Wanted) -> Q:
    exactly: JSON = {"force_id": wanted.force, "neighbourhood_id": wanted.neighbourhood, "clause": wanted.clause}
    between: JSON = {"at__gte": wanted.since, "at__lt": wanted.until}
    condition = _PUBLIC & Q(**{name: value for name, value in (exactly | between).items() if value is not None})
    if wanted.kinds:
        condition &= Q(kind__in=list(wanted.kinds))
    if wanted.cursor:
        at, id_ = _after(wanted.cursor)
        condition &= Q(at__lte=at) & (Q(at__lt=at) | Q(id__lt=id_))
    return condition


def _after(cursor: str) -> tuple[datetime, str]:
    microseconds, _dash, id_ = cursor.partition("-")
    if not (microseconds.isascii() and microseconds.isdecimal() and len(microseconds) <= 18 and is_own_id(id_)):
        raise Invalid.at("cursor", _("This cursor is not one that was given out."))
    return min(_EPOCH + int(microseconds) * _MICROSECOND, _LATEST), id_
