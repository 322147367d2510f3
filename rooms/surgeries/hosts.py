"""Who holds surgeries, as the record is now."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from tortoise.expressions import Q

from accounts.people import persons
from foundation.queries import Query
from rooms.models import Status

JSON = dict[str, Any]

# Who serves elsewhere by now, or nobody, holds nothing that is still to come, as `rooms.policy` has it.
_HOSTS = Query(
    """
    SELECT room_host.room_id, room_host.person_id,
           (person.suspended_at IS NULL AND person.closed_at IS NULL AND person.force_id = room.force_id
            AND (serves.id IS NOT NULL OR person.scope = 'force' OR (person.role = 'partner' AND person.scope IS NULL))
            AND person.role IN ('officer', 'partner')) AS able
    FROM room_host
    JOIN room ON room.id = room_host.room_id
    JOIN person ON person.id = room_host.person_id
    LEFT JOIN person_neighbourhood AS serves
           ON serves.person_id = person.id AND serves.neighbourhood_id = room.neighbourhood_id
    WHERE room_host.room_id IN ?
    ORDER BY room_host.id
    """,
    truths=("able",),
)


_SERVES = Query(
    """
    SELECT person.force_id, serves.neighbourhood_id,
           (person.scope = 'force' OR (person.role = 'partner' AND person.scope IS NULL)) AS everywhere
    FROM person LEFT JOIN person_neighbourhood AS serves ON serves.person_id = person.id
    WHERE person.id = ? AND person.suspended_at IS NULL AND person.closed_at IS NULL
      AND person.role IN ('officer', 'partner')
    """,
    truths=("everywhere",),
)


async def held_by(person_id: str) -> Q:
    """Which surgeries are somebody's: all that they held, and of those to come what they may hold now, as above."""
    rows = await _SERVES.rows(person_id)
    places = [row["neighbourhood_id"] for row in rows if row["neighbourhood_id"]]
    able = Q(room__force_id=rows[0]["force_id"]) if rows else Q(id__in=[])
    if rows and not rows[0]["everywhere"]:
        able &= Q(neighbourhood_id__in=places)
    return Q(room__hosts__person_id=person_id) & (~Q(room__status=Status.SCHEDULED) | able)


async def hosts_of_all(rows: Sequence[JSON]) -> dict[str, list[JSON]]:
    """The hosts of each surgery as the contract's persons, by its id; rows have `id` and `room__status`.

    Of one that is still to come, only who may hold it now: nobody is announced who will not be there.
    """
    coming = {row["id"] for row in rows if row["room__status"] == Status.SCHEDULED}
    found = await _HOSTS.rows([row["id"] for row in rows]) if rows else []
    shown = [host for host in found if host["able"] or host["room_id"] not in coming]
    people = await persons({host["person_id"] for host in shown})
    hosts: defaultdict[str, list[JSON]] = defaultdict(list)
    for host in shown:
        hosts[host["room_id"]].append(people[host["person_id"]])
    return hosts


async def able_hosts(room_id: str) -> list[str]:
    """The ids of those who may hold a surgery now."""
    return [str(host["person_id"]) for host in await _HOSTS.rows([room_id]) if host["able"]]
