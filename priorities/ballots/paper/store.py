"""Every query and insert of slips."""

from collections.abc import Sequence
from typing import Any

from foundation.database import dialect
from foundation.ids import random_id
from foundation.queries import Query
from priorities.ballots.models import Slip
from priorities.ballots.paper.readings import Reading

JSON = dict[str, Any]
_SELECT = """
    SELECT id, round_id, serial, receipt, state, tier, reading, read_by_id, again, read_again_by_id
    FROM priority_slip WHERE round_id = ? AND serial = ?
    """
_SLIP = Query(_SELECT)
# In one statement: two people who read the same slip at once come one after the other.
_LOCKED = Query(_SELECT, "FOR UPDATE")
_LAST = Query("SELECT coalesce(max(serial), 0) AS serial FROM priority_slip WHERE round_id = ?")
_NEXT = Query("SELECT min(serial) AS serial FROM priority_slip WHERE round_id = ? AND state = 'printed'")
_COUNTS = Query(
    """
    SELECT state, count(*) AS slips, count(read_by_id) AS read_once, count(read_again_by_id) AS read_twice
    FROM priority_slip WHERE round_id = ? GROUP BY state
    """
)
_DIFFERING = Query(
    """
    SELECT serial FROM priority_slip
    WHERE round_id = ? AND state = 'issued' AND read_again_by_id IS NOT NULL ORDER BY serial
    """
)
_READ_ONCE = Query(
    """
    SELECT serial, read_by_id FROM priority_slip
    WHERE round_id = ? AND state = 'issued' AND read_by_id IS NOT NULL AND read_again_by_id IS NULL ORDER BY serial
    """
)


async def next_serial(round_id: str) -> int | None:
    """The lowest that was not given out yet."""
    found: int | None = (await _NEXT.rows(round_id))[0]["serial"]
    return found


async def slip_to_change(round_id: str, serial: int) -> JSON | None:
    """A slip, for a transaction that writes it: no other one does until its end."""
    rows = await (_SLIP if dialect() == "sqlite" else _LOCKED).rows(round_id, serial)
    return rows[0] if rows else None


async def last_serial(round_id: str) -> int:
    return int((await _LAST.rows(round_id))[0]["serial"])


async def add_slips(round_id: str, slips: Sequence[tuple[int, str]]) -> None:
    """Add printed slips: serials, each with the receipt of its tear-off."""
    await Slip.bulk_create(
        Slip(id=random_id(), round_id=round_id, serial=serial, receipt=receipt) for serial, receipt in slips
    )


async def set_slip(slip_id: str, **columns: Any) -> None:
    await Slip.filter(id=slip_id).update(**columns)


async def set_readings(slip_id: str, readings: Sequence[Reading]) -> None:
    """Keep these, two at most, in the place of those before."""
    first, second = [*readings, None, None][:2]
    await set_slip(
        slip_id,
        reading=first and first.said,
        read_by_id=first and first.by,
        again=second and second.said,
        read_again_by_id=second and second.by,
    )


async def counts(round_id: str) -> dict[str, JSON]:
    """By state: how many `slips`, how many of them one person read (`read_once`) and how many two did."""
    return {row["state"]: row for row in await _COUNTS.rows(round_id)}


async def differing(round_id: str) -> list[int]:
    """The serials of which two people read different things."""
    return [row["serial"] for row in await _DIFFERING.rows(round_id)]


async def read_once(round_id: str) -> list[JSON]:
    """The slips that wait for a second reader: `serial`, `read_by_id`."""
    return await _READ_ONCE.rows(round_id)
