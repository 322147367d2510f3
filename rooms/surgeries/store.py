"""Every query and insert about surgeries."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import is_own_id, new_id
from foundation.queries import Query
from rooms.models import Room, RoomHost, Status, Surgery
from rooms.surgeries.columns import revised, times_of
from rooms.surgeries.hosts import held_by
from rooms.surgeries.lobby import LOBBY
from rooms.surgeries.plans import Plan, described
from rooms.surgeries.wanted import Wanted

JSON = dict[str, Any]
_EPOCH, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIELDS = (
    "id", "title", "neighbourhood_id", "starts_at", "ends_at", "time_zone", "room__status", "room__mode",
    "room__last_seq", "room__force_id", "kind", "topic", "place", "access_notes", "online", "before_text",
    "after_text", "series_id", "occurrence", "sequence", "moved_from", "move_reason", "cancel_reason", "created_by",
    "host_late_at", "host_seen_at",
)  # fmt: skip
# Every room's page asks for one, and each who enters, and pages of places and topics for those to come: Tortoise takes
# three times as long to write these as to run them.
_ROWS: Final = """
    SELECT surgery.id, title, surgery.neighbourhood_id, starts_at, ends_at, time_zone, room.status AS room__status,
           room.mode AS room__mode, room.last_seq AS room__last_seq, room.force_id AS room__force_id, surgery.kind,
           topic, place, access_notes, online, before_text, after_text, series_id, occurrence, sequence, moved_from,
           move_reason, cancel_reason, created_by, host_late_at, host_seen_at
    FROM surgery JOIN room ON room.id = surgery.room_id
    """
_MOMENTS: Final = ("starts_at", "ends_at", "moved_from", "host_late_at", "host_seen_at")
_BY_ID = Query(_ROWS, "WHERE surgery.id = ?", moments=_MOMENTS, truths=("online",))
_COMING = Query(
    _ROWS,
    """
    WHERE surgery.neighbourhood_id = ? AND room.status IN ('open', 'scheduled')
    ORDER BY starts_at, surgery.id LIMIT ?
    """,
    moments=_MOMENTS,
    truths=("online",),
)
# Tortoise can't ask about another table in an UPDATE. SQLite keeps moments as text of one form: it can compare them.
_SET_HOST_SEEN = Query(
    """
    UPDATE surgery SET host_seen_at = ?
    WHERE id = ? AND host_seen_at IS NULL
      AND (starts_at <= ? OR EXISTS (SELECT 1 FROM room WHERE room.id = surgery.id AND room.status = 'open'))
    """
)


async def add_surgery(
    plan: Plan,
    neighbourhood: JSON,
    zone: ZoneInfo,
    hosts: Sequence[str],
    *,
    by: str,
    series: str | None = None,
    occurrence: str | None = None,
) -> str:
    """Insert a surgery with its room and its hosts; gives its id. Inside the caller's transaction."""
    id_ = new_id()
    await Room.create(
        id=id_, force_id=neighbourhood["force_id"], neighbourhood_id=neighbourhood["id"], mode=plan.mode
    )  # fmt: skip
    await Surgery.create(
        id=id_,
        room_id=id_,
        neighbourhood_id=neighbourhood["id"],
        created_by=by,
        created_at=clock.now(),
        series_id=series,
        occurrence=occurrence,
        **described(plan),
        **times_of(plan, zone),
    )
    await RoomHost.bulk_create([RoomHost(id=new_id(), room_id=id_, person_id=host) for host in hosts])
    return id_


async def set_status(surgery_id: str, status: Status, before: Status) -> bool:
    """Claim the change from one status to the next; False where another was first, or it is not to be had."""
    moment = {Status.OPEN: "opened_at", Status.CLOSED: "closed_at"}.get(status)
    changes: JSON = {"status": status} | ({moment: clock.now()} if moment else {})
    if not await Room.filter(id=surgery_id, status=before).update(**changes):
        return False
    await Surgery.filter(id=surgery_id).update(**revised())
    return True


async def set_host_seen(surgery_id: str) -> None:
    """A host has come or spoken: nobody is announced as late any more.

    Who only looked in long before, to check what they announced, has not come.
    """
    now = clock.now()
    await _SET_HOST_SEEN.rows(now, surgery_id, now + LOBBY)


async def find_surgeries(wanted: Wanted) -> list[JSON]:
    """The surgeries asked for as rows, by their start."""
    rows = Surgery.filter(_matching(wanted), await held_by(wanted.host) if wanted.host else Q())
    order = ("-starts_at", "-id") if wanted.newest_first else ("starts_at", "id")
    return await rows.order_by(*order).limit(wanted.limit).values(*_FIELDS)


async def find_coming(neighbourhood_id: str, limit: int) -> list[JSON]:
    """What is open in a neighbourhood and what comes, as rows with the same columns, by their start."""
    return await _COMING.rows(neighbourhood_id, limit)


async def find_surgery(surgery_id: str) -> JSON | None:
    """One surgery, with the same columns."""
    found = await _BY_ID.rows(surgery_id) if is_own_id(surgery_id) else []
    return found[0] if found else None


def cursor_of(row: JSON) -> str:
    """Where the next page begins: after this row."""
    return f"{(row['starts_at'] - _EPOCH) // _MICROSECOND}-{row['id']}"


def _matching(wanted: Wanted) -> Q:
    condition = Q()
    if wanted.neighbourhood is not None:
        condition &= Q(neighbourhood_id=wanted.neighbourhood)
    if wanted.statuses:
        condition &= Q(room__status__in=list(wanted.statuses))
    if wanted.starts_from is not None:
        condition &= Q(starts_at__gte=_askable(wanted.starts_from))
    if wanted.starts_to is not None:
        condition &= Q(starts_at__lt=_askable(wanted.starts_to))
    if wanted.cursor:
        microseconds, _dash, id_ = wanted.cursor.partition("-")
        start = _askable(_EPOCH + int(microseconds) * _MICROSECOND)
        if not is_own_id(id_):
            raise ValueError(wanted.cursor)
        condition &= Q(starts_at__gt=start) | Q(starts_at=start, id__gt=id_)
    return condition


def _askable(moment: datetime) -> datetime:
    """The moment, or the nearest that both databases can be asked for."""
    return min(max(moment, _EPOCH), _LAST)
