"""Whether what was acknowledged is there: the room's log against the count of the acknowledgements."""

import aiohttp

from tests.clients import BASE


async def logged(client: aiohttp.ClientSession, rooms: list[str]) -> int:
    """How many entries the logs of these rooms have."""
    return sum([await _last_seq(client, room) for room in rooms])


async def _last_seq(client: aiohttp.ClientSession, room: str) -> int:
    async with client.get(f"{BASE}/surgeries/{room}") as answer:
        return int((await answer.json())["last_seq"])
