"""Every query and insert about series and their dates."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import is_id, new_id
from foundation.queries import Query
from rooms.models import Room, Status, Surgery
from rooms.series.dates import Repetition
from rooms.series.models import Series, SeriesHost
from rooms.surgeries.plans import DESCRIBING, Plan, described
from rooms.surgeries.times import LOCAL_FORM

JSON = dict[str, Any]
_FIELDS = (
    "id", "force_id", "neighbourhood_id", "mode", "rule", "local_start", "minutes", "time_zone", "created_by",
    "ended_at", "end_reason", "made_until", *DESCRIBING,
)  # fmt: skip
_CLAIMED = Query(
    "UPDATE series SET made_until = ? WHERE id = ? AND (made_until IS NULL OR made_until < ?) RETURNING id"
)

_LEFT_WAITING = Query(
    """
    SELECT surgery.id, series.id AS series_id, series.end_reason FROM series
    JOIN surgery ON surgery.series_id = series.id
    JOIN room ON room.id = surgery.id
    WHERE series.ended_at IS NOT NULL AND room.status = 'scheduled'
    ORDER BY surgery.id LIMIT ?
    """
)


async def add_series(plan: Plan, repetition: Repetition, place: JSON, hosts: Sequence[str], by: str) -> str:
    """Insert a series without its dates; gives its id. Inside the caller's transaction."""
    id_, now = new_id(), clock.now()
    await Series.create(
        id=id_,
        force_id=place["force_id"],
        neighbourhood_id=place["id"],
        mode=plan.mode,
        created_by=by,
        created_at=now,
        changed_at=now,
        **described(plan),
        **_repeating(repetition),
    )
    await SeriesHost.bulk_create([SeriesHost(id=new_id(), series_id=id_, person_id=host) for host in hosts])
    return id_


def _repeating(repetition: Repetition) -> JSON:
    return {
        "rule": repetition.rule,
        "local_start": repetition.local_start.strftime(LOCAL_FORM),
        "minutes": repetition.minutes,
        "time_zone": repetition.zone.key,
    }


async def find_series(series_id: str) -> JSON | None:
    found = await Series.filter(id=series_id).values(*_FIELDS) if is_id(series_id) else []
    return found[0] if found else None


async def hosts_of(series_id: str) -> list[str]:
    """The ids of those who hold each date, in the order in which they were named."""
    return [str(host) for host in await SeriesHost.filter(series_id=series_id).order_by("id").values_list(
        "person_id", flat=True
    )]  # fmt: skip


async def dates_of_series(series_id: str, since: datetime) -> list[JSON]:
    """The dates that were made and begin from then on, in every status, by their start."""
    dates = Surgery.filter(series_id=series_id, starts_at__gte=since).order_by("starts_at", "id")
    return await dates.values(
        "id", "occurrence", "starts_at", "ends_at", "moved_from", "room__status", "cancel_reason"
    )  # fmt: skip


async def to_be_made(until: date, most: int) -> list[str]:
    """The series that go on and are not made until this day yet."""
    text = until.isoformat()
    behind = Series.filter(Q(made_until=None) | Q(made_until__lt=text), ended_at=None)
    return [str(id_) for id_ in await behind.order_by("id").limit(most).values_list("id", flat=True)]


async def claim(series_id: str, until: date) -> bool:
    """Note that the dates until this day are made; False where another process was first. Holds the series' row."""
    text = until.isoformat()
    return bool(await _CLAIMED.rows(text, series_id, text))


async def occurrences_made(series_id: str) -> set[str]:
    """The dates that exist, whatever became of them."""
    made = Surgery.filter(series_id=series_id)
    return {str(occurrence) for occurrence in await made.values_list("occurrence", flat=True)}


def occurrence_of(series_id: str, day: date) -> str:
    """What makes a date one, however often it is made: its series and the day of its rule."""
    return f"{series_id}{day:%Y%m%d}"


async def set_ended(series_id: str, reason: str | None) -> bool:
    """Let no more dates be made; False where it had ended."""
    ended = {"ended_at": clock.now(), "end_reason": reason, "changed_at": clock.now()}
    return bool(await Series.filter(id=series_id, ended_at=None).update(**ended))


async def left_waiting(most: int) -> list[JSON]:
    """The dates that still wait to open of series that ended: `{id, series_id, end_reason}`."""
    return await _LEFT_WAITING.rows(most)


async def hold_waiting(surgery_id: str) -> bool:
    """Hold a date's row to the end of the transaction; False where it does not wait to open any more."""
    return bool(await Room.filter(id=surgery_id, status=Status.SCHEDULED).update(status=Status.SCHEDULED))


async def set_described(series: JSON, plan: Plan, repetition: Repetition) -> None:
    """Change what a series is; its dates that wait take over what they had in common with it."""
    await Series.filter(id=series["id"]).update(
        mode=plan.mode, changed_at=clock.now(), made_until=None, **described(plan), **_repeating(repetition)
    )
    waiting = Surgery.filter(series_id=series["id"], room__status=Status.SCHEDULED)
    ids = [str(id_) for id_ in await waiting.values_list("id", flat=True)]
    for name, value in described(plan).items():
        if value != series[name]:
            await Surgery.filter(id__in=ids, **{name: series[name]}).update(**{name: value})
    await Room.filter(id__in=ids, mode=series["mode"]).update(mode=plan.mode)
