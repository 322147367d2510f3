"""What open pages hear of rounds and priorities. After the commit; the event carries no words and no figures."""

from collections.abc import Collection

from aiohttp import web

from foundation.fanout import broadcast


async def rounds_changed(app: web.Application, rounds: Collection[str]) -> None:
    """Have every open page of these rounds look what is new."""
    for each in rounds:
        await broadcast(app, "round_changed", {"round": each}, to=[f"round:{each}"])


async def priorities_changed(app: web.Application, priorities: Collection[str]) -> None:
    """The same for priorities."""
    for each in priorities:
        await broadcast(app, "priority_changed", {"priority": each}, to=[f"priority:{each}"])
