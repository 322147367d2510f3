"""Every query of the audit's chain."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.audit.chain import BEGINNING, FIELDS, Head
from foundation.database import dialect
from foundation.models import AuditLink
from foundation.queries import Query

JSON = dict[str, Any]
_LOCK = 0x626C6163
"""Ours among PostgreSQL's advisory locks."""

_COLUMNS = ", ".join(f"e.{name}" for name in FIELDS)
_PLACES = Query(
    """
    SELECT e.id, e.at, l.number FROM audit_entry e LEFT JOIN audit_link l ON l.id = e.id
    WHERE e.at >= ? AND (e.at > ? OR e.id > ?) ORDER BY e.at, e.id LIMIT ?
    """,
    moments=("at",),
)
_UNCHAINED = Query(
    "SELECT",
    _COLUMNS,
    """
    FROM audit_entry e LEFT JOIN audit_link l ON l.id = e.id
    WHERE e.id IN ? AND l.id IS NULL ORDER BY e.at, e.id
    """,
)
_CHAINED = Query(
    "SELECT",
    _COLUMNS,
    """
    , l.id AS link, l.number, l.digest, l.mac, p.salt, p.details AS named
    FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.id LEFT JOIN audit_personal p ON p.id = l.id
    WHERE l.number > ? ORDER BY l.number LIMIT ?
    """,
)
_HEAD = Query("SELECT number, mac FROM audit_link ORDER BY number DESC LIMIT 1")
_WAITING = Query(
    "SELECT count(*) AS many, min(e.at) AS oldest FROM audit_entry e LEFT JOIN audit_link l ON l.id = e.id"
    " WHERE l.id IS NULL"
)
_TRY_LOCK = Query("SELECT pg_try_advisory_xact_lock(?) AS held")


async def places_after(at: datetime, id_: str, limit: int) -> list[JSON]:
    """Entries after this one by (at, id): `id`, `at`, and the `number` of their link or None."""
    return await _PLACES.rows(at, at, id_, limit)


async def unchained_of(ids: Sequence[str]) -> list[JSON]:
    """Those of these entries that have no link, by (at, id), in full."""
    return await _UNCHAINED.rows(list(ids))


async def chained_after(number: int, limit: int) -> list[JSON]:
    """Links after this number with their entries and what these say by name; None where there is no such row.

    The link's members are `link` (the entry's id), `number`, `digest`, `mac`; the personal details' `salt`, `named`.
    """
    return await _CHAINED.rows(number, limit)


async def head() -> Head:
    """Where the chain ends now."""
    rows = await _HEAD.rows()
    return Head(rows[0]["number"], rows[0]["mac"]) if rows else BEGINNING


async def waiting() -> tuple[int, datetime | None]:
    """How many entries are not chained yet, and when the oldest of them was written."""
    [row] = await _WAITING.rows()
    oldest = row["oldest"]
    return row["many"], datetime.fromisoformat(oldest) if isinstance(oldest, str) else oldest


async def hold_the_chain() -> bool:
    """Whether this transaction alone may add links until it ends. On SQLite every transaction is alone."""
    if dialect() == "sqlite":
        return True
    [row] = await _TRY_LOCK.rows(_LOCK)
    return bool(row["held"])


async def add_links(links: Sequence[AuditLink]) -> None:
    """Inside the transaction that holds the chain."""
    await AuditLink.bulk_create(links)
