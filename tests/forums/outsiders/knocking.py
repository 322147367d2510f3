"""Who knocks at the doors of the forums: a browser with a cookie and a page's token."""

import re
from typing import Any

import aiohttp
from yarl import URL

from tests.cast import Cast, Member
from tests.forums.outsiders.people import BY_NAME
from tests.house import House

OUTSIDERS = ("reader", "gwen", "olga", "nia", "max", "amir", *BY_NAME)
"""Olga (a resident of elsewhere), Nia (an officer of elsewhere), Max (a moderator of another force), Gwen (a guest),
Amir (a neighbour), somebody signed out, and people of whom `people` tells."""


async def member_named(cast: Cast, name: str) -> Member | None:
    if name in BY_NAME:
        return await BY_NAME[name](cast)
    return None if name == "reader" else getattr(cast, name)


class Knocker:
    """Somebody at every door: with a browser's cookie, and the token of a page."""

    def __init__(self, house: House, member: Member | None) -> None:
        jar = aiohttp.CookieJar(unsafe=True)
        if member:
            jar.update_cookies({"bluelamp_session": member.token}, URL(house.url))
        self._client = aiohttp.ClientSession(house.url, cookie_jar=jar)
        self._headers: dict[str, str] = {}

    async def __aenter__(self) -> "Knocker":
        async with self._client.get("/rules") as answer:
            token = re.search(r'csrf-token" content="([^"]*)"', await answer.text())
        self._headers = {"X-CSRF-Token": token[1] if token else ""}
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def knock(self, method: str, path: str, **sent: Any) -> tuple[int, str]:
        """The status, and everything that was answered."""
        asked = self._client.request(method, path, headers=self._headers, allow_redirects=False, **sent)
        async with asked as answer:
            return answer.status, f"{dict(answer.headers)} {(await answer.read()).decode('utf-8', 'replace')}"
