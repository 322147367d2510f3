"""Durable messages: each is sent when the last one of its sender was acknowledged, which is after the commit."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import uuid4

from bench import words
from bench.closed_loop import Act
from bench.live_client import Hear, Resident


@asynccontextmanager
async def entered(url: str, tokens: Sequence[str], rooms: Sequence[str], hear: Hear) -> AsyncIterator[list[Resident]]:
    """Residents who have entered the rooms: the first the first room, and so on, the rooms over and over."""
    residents = [Resident(token, hear) for token in tokens]
    try:
        for number, resident in enumerate(residents):
            await resident.connect(url)
            await enter(resident, rooms[number % len(rooms)])
        yield residents
    finally:
        for resident in residents:
            resident.close()
        await asyncio.sleep(0.1)


async def enter(resident: Resident, room: str) -> None:
    """Enter a room; raises ConnectionError when refused."""
    answer = await resident.call("enter", room=room, after=0)
    if not answer["ok"]:
        raise ConnectionError(answer["error"]["message"])


def saying(resident: Resident, room: str) -> Act:
    """Says something in a room, and waits until it is kept."""

    async def act() -> bool:
        try:
            answer = await resident.call("send_message", room=room, client_id=str(uuid4()), body=words.said())
        except TimeoutError:
            return False
        return bool(answer["ok"] and answer["status"] == "published")

    return act
