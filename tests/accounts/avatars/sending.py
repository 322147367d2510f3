"""Sends a photo as a browser without scripts does: the page first, then its form with the file."""

import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

from tests.cast import Member
from tests.clients import Answer


class Sender:
    """`token`: True for the page's own, else what is to be sent for it (None: nothing)."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def send(
        self, member: Member, data: bytes, name: str = "photo.jpg", *, alt: str = "", token: Any = True,
        token_last: bool = False, chunked: bool = False,
    ) -> Answer:  # fmt: skip
        token = await self._token(member) if token is True else token
        form = aiohttp.FormData(quote_fields=False)
        fields = [("csrf_token", token)] if token is not None else []
        if not token_last:
            form.add_fields(*fields)
        form.add_field("alt", alt)
        form.add_field("photo", data, filename=name, content_type="image/gif")
        if token_last:
            form.add_fields(*fields)
        body: Any = form()
        headers = dict(body.headers)
        return await self._send(member, "/account/photo", _pieces(body) if chunked else body, headers)

    async def post(self, member: Member, path: str, form: dict[str, str]) -> Answer:
        return await self._send(member, path, form, {})

    async def raw(self, member: Member, path: str, body: bytes, kind: str) -> Answer:
        return await self._send(member, path, body, {"Content-Type": kind, "X-CSRF-Token": await self._token(member)})

    async def _token(self, member: Member) -> str:
        async with self._client(member) as client, client.get("/account/avatar") as page:
            found = re.search(r'name="csrf_token" value="([^"]*)"', await page.text())
        assert found, "a page with a form"
        return found[1]

    async def _send(self, member: Member, path: str, body: Any, headers: dict[str, str]) -> Answer:
        request = self._client(member)
        async with request as client, client.post(path, data=body, headers=headers, allow_redirects=False) as answer:
            return Answer(answer.status, answer.headers, await answer.text())

    def _client(self, member: Member) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(self._url, cookies={"bluelamp_session": member.token})


async def _pieces(body: Any) -> AsyncIterator[bytes]:
    class Kept:
        data = bytearray()

        async def write(self, chunk: bytes) -> None:
            self.data += chunk

    kept = Kept()
    await body.write(kept)
    for at in range(0, len(kept.data), 65_536):
        yield bytes(kept.data[at : at + 65_536])
