"""A file that somebody takes away comes whole, or is seen not to."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientError, web
from aiohttp.test_utils import TestClient, TestServer

from foundation.downloads import send_file

Client = TestClient[web.Request, web.Application]


async def _pieces(*, breaks: bool) -> AsyncIterator[bytes]:
    yield "Tŷ, ".encode()
    if breaks:
        raise RuntimeError("the database went away")
    yield b"and no more"


async def _client(*, breaks: bool) -> Client:
    async def take(request: web.Request) -> web.StreamResponse:
        return await send_file(request, _pieces(breaks=breaks), name="words.csv", content_type="text/csv")

    app = web.Application()
    app.router.add_get("/", take)
    return TestClient(TestServer(app))


async def test_a_file_is_saved_under_its_name_and_kept_by_no_cache() -> None:
    async with await _client(breaks=False) as client, client.get("/") as answer:
        assert await answer.text() == "Tŷ, and no more"
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="words.csv"'
        assert answer.headers["Cache-Control"] == "no-store"


async def test_half_of_a_file_is_never_taken_for_all_of_it() -> None:
    async with await _client(breaks=True) as client:
        with pytest.raises(ClientError):
            async with client.get("/") as answer:
                await answer.read()


async def test_who_asks_only_what_it_would_be_is_sent_none_of_it_and_can_ask_again() -> None:
    async with await _client(breaks=False) as client:
        async with client.head("/") as answer:
            assert answer.headers["Content-Disposition"] == 'attachment; filename="words.csv"'
            assert await answer.read() == b""
        async with client.get("/") as answer:
            assert await answer.text() == "Tŷ, and no more"
