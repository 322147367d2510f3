"""What the people of the load wrote before they are measured, and pages that are found only by going there."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from uuid import uuid4

import aiohttp

from tests.clients import BASE

_OLDER = re.compile(r'href="([^"]*[?&;]cursor=o[^"]*)"')
_DRAFTS, _EDITS = 10, 8
_PAGES = 20


async def later_page(client: aiohttp.ClientSession, first: str) -> str:
    """The address of a page of a list so many pages on, or of its last one: as somebody comes there."""
    path = first
    for _page in range(_PAGES):
        async with client.get(path) as answer:
            older = _OLDER.search(await answer.text())
        if older is None:
            return path
        path = unescape(older[1])
    return path


async def write_drafts(client: aiohttp.ClientSession, token: str, topics: list[str]) -> None:
    """Somebody has begun to write in several topics."""
    for number, topic in enumerate(topics[:_DRAFTS]):
        await _send(
            client, "POST", "/drafts", token, {"place": f"reply:{topic}", "body": f"I saw it too. {number} " * 9}
        )


async def write_and_change(client: aiohttp.ClientSession, token: str, topic: str) -> str:
    """The id of a reply that its author changed several times."""
    words = "It has been dark by the school for a week, and nobody knows why. " * 6
    written = await _send(client, "POST", f"/topics/{topic}/replies", token, {"client_id": str(uuid4()), "body": words})
    reply, version = str(written["id"]), 1
    for number in range(_EDITS):
        changed = {"body": words.replace("a week", f"{number + 2} weeks"), "version": version}
        version = int((await _send(client, "PATCH", f"/replies/{reply}", token, changed))["version"])
    return reply


async def _send(
    client: aiohttp.ClientSession, method: str, path: str, token: str, body: Mapping[str, Any]
) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}"}
    async with client.request(method, BASE + path, json=body, headers=headers) as answer:
        answer.raise_for_status()
        return dict(await answer.json())
