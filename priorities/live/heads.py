"""What pages of rounds and priorities may not have heard while Redis was away."""

from collections.abc import Mapping

from aiohttp import web

from foundation.fanout import broadcast_here, channels_here
from foundation.heads import Heads
from foundation.queries import Query
from foundation.redis_away import Looker

_ROUNDS = Query("SELECT id, version FROM priority_round WHERE id IN ?")
_PRIORITIES = Query("SELECT id, version FROM priority WHERE id IN ?")


def round_heads(app: web.Application) -> Looker:
    """Looks at the rounds that are open here."""

    async def tell(round_id: str, _heard: int | None, _now: int) -> None:
        await broadcast_here(app, "round_changed", {"round": round_id}, to=[f"round:{round_id}"])

    return Heads(lambda: _here(app, "round:"), _versions_of_rounds, tell)


def priority_heads(app: web.Application) -> Looker:
    """Looks at the priorities that are open here."""

    async def tell(priority_id: str, _heard: int | None, _now: int) -> None:
        await broadcast_here(app, "priority_changed", {"priority": priority_id}, to=[f"priority:{priority_id}"])

    return Heads(lambda: _here(app, "priority:"), _versions_of_priorities, tell)


LOOKERS = (round_heads, priority_heads)


async def _versions_of_rounds(ids: list[str]) -> Mapping[str, int]:
    return {row["id"]: row["version"] for row in await _ROUNDS.rows(ids)}


async def _versions_of_priorities(ids: list[str]) -> Mapping[str, int]:
    return {row["id"]: row["version"] for row in await _PRIORITIES.rows(ids)}


def _here(app: web.Application, kind: str) -> set[str]:
    return {channel.removeprefix(kind) for channel in channels_here(app, kind)}
