"""A browser without scripts: keeps cookies, posts forms with the token of the page it was shown."""

import re
from collections.abc import Callable
from typing import Any

import aiohttp
from yarl import URL

from tests.cast import Member
from tests.clients import Answer

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"


class Browser:
    """`page` is the last page that was shown."""

    def __init__(self, url: str, member: Member | None = None) -> None:
        self._session = aiohttp.ClientSession(
            url, cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"User-Agent": FIREFOX}
        )
        self.page = Answer(0, {}, "")
        self._url, self._at = url, ""
        if member:
            self._session.cookie_jar.update_cookies({"bluelamp_session": member.token}, URL(url))

    async def close(self) -> None:
        await self._session.close()

    @property
    def token(self) -> str | None:
        """What the session's cookie holds."""
        return next((c.value for c in self._session.cookie_jar if c.key == "bluelamp_session"), None)

    async def get(self, path: str) -> Answer:
        self.page = await self._send("GET", path)
        self._at = self._url + path
        return self.page

    async def post(self, path: str, **fields: str) -> Answer:
        """Post a form as the last page has it, and show what follows."""
        token = re.search(r'name="csrf_token" value="([^"]*)"', self.page.text)
        return await self.post_without_token(path, csrf_token=token[1] if token else "", **fields)

    async def post_without_token(self, path: str, **fields: str) -> Answer:
        answer = await self._send("POST", path, data=fields, headers={"Referer": self._at or self._url})
        self.page = answer if answer.status != 303 else self.page
        return answer

    async def _send(self, method: str, path: str, **options: Any) -> Answer:
        async with self._session.request(method, path, allow_redirects=False, **options) as response:
            return Answer(response.status, response.headers, await response.text(errors="replace"))


NewBrowser = Callable[..., Browser]
"""Makes a browser, signed out or with the session of one of the cast: the fixture `browser`."""
