"""A surgery as the contract has it, with its hosts as the record is now."""

from collections.abc import Sequence
from typing import Any

from foundation import clock
from rooms.surgeries.hosts import hosts_of_all

JSON = dict[str, Any]


async def with_hosts(rows: Sequence[JSON]) -> list[JSON]:
    """Surgeries as the contract has them, with their hosts as the record is now."""
    hosts = await hosts_of_all(rows)
    return [_shape(row, hosts.get(row["id"], [])) for row in rows]


def _shape(row: JSON, hosts: list[JSON]) -> JSON:
    return {
        "id": row["id"],
        "title": row["title"],
        "neighbourhood": row["neighbourhood_id"],
        "status": row["room__status"],
        "starts_at": clock.rfc3339(row["starts_at"]),
        "ends_at": clock.rfc3339(row["ends_at"]),
        "mode": row["room__mode"],
        "hosts": hosts,
        "last_seq": row["room__last_seq"],
        "kind": row["kind"],
        "topic": row["topic"],
        "place": row["place"],
        "access_notes": row["access_notes"],
        "online": row["online"],
        "series": row["series_id"],
        "moved_from": clock.rfc3339(row["moved_from"]) if row["moved_from"] else None,
        "cancel_reason": row["cancel_reason"],
    }
