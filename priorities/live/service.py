"""Hearing of a round or of a priority. What is heard says only that something is new: it is read through permission."""

from collections.abc import Collection

from foundation.fanout import LIVE, NAMESPACE
from foundation.live_events import Visit
from priorities.acting.policy import access_priority
from priorities.policy import access_round

_KINDS = ("round:", "priority:")


async def hear_round(visit: Visit, round_id: str) -> int:
    """Hear `round_changed` of one round from now on; gives its version, read after that. Raises NotFound."""
    await access_round(visit.viewer, round_id)
    await _hear(visit, [f"round:{round_id}"])
    return int((await access_round(visit.viewer, round_id))["version"])


async def hear_priority(visit: Visit, priority_id: str) -> int:
    """The same of a priority, `priority_changed`."""
    await access_priority(priority_id)
    await _hear(visit, [f"priority:{priority_id}"])
    return int((await access_priority(priority_id))["version"])


async def hear_priorities(visit: Visit, priority_ids: Collection[str]) -> int:
    """The same of all that one page shows; gives the sum of their versions, which rises with each. Raises NotFound."""
    for each in priority_ids:
        await access_priority(each)
    await _hear(visit, [f"priority:{each}" for each in priority_ids])
    return sum([int((await access_priority(each))["version"]) for each in priority_ids])


async def _hear(visit: Visit, channels: Collection[str]) -> None:
    """These, and nothing else of priorities: one connection is one page’s."""
    server = visit.app[LIVE]
    for heard in list(server.rooms(visit.sid, namespace=NAMESPACE)):
        if heard.startswith(_KINDS) and heard not in channels:
            await server.leave_room(visit.sid, heard, namespace=NAMESPACE)
    for channel in channels:
        await server.enter_room(visit.sid, channel, namespace=NAMESPACE)
