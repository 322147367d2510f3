"""Two clients from outside, as the contract knows them: one of the JSON calls, one of the live events."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp
import msgspec
import socketio

BASE = "/api/v1"
NAMESPACE = "/rooms"
PATIENCE = 5.0
"""Seconds that anything may take to arrive."""

JSON = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What a call was answered with."""

    status: int
    headers: Any
    text: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.text)


Check = Callable[[str, str, Answer], None]


class Caller:
    """Calls the API with a bearer token, or without any."""

    def __init__(self, url: str, token: str | None = None, check: Check | None = None, **headers: str) -> None:
        """`check` is asked about every answer."""
        self.token = token
        self._check = check
        bearer = {"Authorization": f"Bearer {token}"} if token else {}
        jar = aiohttp.DummyCookieJar()
        self._session = aiohttp.ClientSession(url, headers=bearer | headers, cookie_jar=jar)

    async def close(self) -> None:
        await self._session.close()

    async def send(self, method: str, path: str, **options: Any) -> Answer:
        """Any request to any path; redirects are shown, not followed."""
        async with self._session.request(method, path, allow_redirects=False, **options) as response:
            body = await response.read()
        # A picture is no text, but stays comparable byte by byte.
        answer = Answer(response.status, response.headers, body.decode(errors="surrogateescape"))
        if self._check:
            self._check(method, path, answer)
        return answer

    async def get(self, path: str, **options: Any) -> Answer:
        return await self.send("GET", BASE + path, **options)

    async def post(self, path: str, body: Any = None) -> Answer:
        return await self._with_body("POST", path, body)

    async def patch(self, path: str, body: Any) -> Answer:
        return await self._with_body("PATCH", path, body)

    async def put(self, path: str, body: Any = None) -> Answer:
        return await self._with_body("PUT", path, body)

    async def delete(self, path: str) -> Answer:
        return await self.send("DELETE", BASE + path)

    async def page(self, path: str) -> Answer:
        """A page, as a browser without scripts asks for it."""
        return await self.send("GET", path, headers={"Accept": "text/html"})

    async def _with_body(self, method: str, path: str, body: Any) -> Answer:
        return (
            await self.send(method, BASE + path, json=body)
            if body is not None
            else await self.send(method, BASE + path)
        )


class Live:
    """A live connection of one person: acts by `emit`, and everything heard is kept in order."""

    def __init__(self) -> None:
        self._client = socketio.AsyncClient(reconnection=False)
        self._client.on("*", self._hear, namespace=NAMESPACE)
        self._client.on("disconnect", self._end, namespace=NAMESPACE)
        self._news = asyncio.Condition()
        self.heard: list[tuple[str, JSON]] = []
        self.ended = asyncio.Event()

    async def connect(self, url: str, auth: Any = None, **headers: str) -> None:
        """Raises socketio.exceptions.ConnectionError when refused."""
        await self._client.connect(
            url, headers=headers, auth=auth, namespaces=[NAMESPACE], transports=["websocket"], wait_timeout=PATIENCE
        )

    async def close(self) -> None:
        with suppress(Exception):
            await self._client.disconnect()

    async def emit(self, event: str, *data: Any) -> JSON:
        """Send an event and give its acknowledgement."""
        sent = data[0] if len(data) == 1 else data
        answer = await self._client.call(event, sent, namespace=NAMESPACE, timeout=PATIENCE)
        assert isinstance(answer, dict), f"{event} was acknowledged with {answer!r}"
        return answer

    async def ok(self, event: str, **data: Any) -> JSON:
        """Send an event that must be granted."""
        answer = await self.emit(event, data)
        assert answer["ok"] is True, f"{event} was refused: {answer['error']}"
        return answer

    async def refused(self, event: str, **data: Any) -> JSON:
        """Send an event that must be refused in a sentence; gives the error."""
        answer = await self.emit(event, data)
        assert answer["ok"] is False, f"{event} was granted: {answer}"
        assert set(answer) == {"ok", "error"}
        assert answer["error"]["message"].strip(), "a refusal says why"
        return dict(answer["error"])

    def of(self, event: str) -> list[JSON]:
        """The payloads heard so far of one event."""
        return [data for name, data in self.heard if name == event]

    def entries(self, kind: str | None = None) -> list[JSON]:
        """The entries of the log heard so far."""
        return [entry for entry in self.of("event") if kind is None or entry["kind"] == kind]

    async def wait(self, event: str, **wanted: Any) -> JSON:
        """The first payload of an event that has these members, heard already or yet to come."""
        return await self._first(lambda: [data for data in self.of(event) if wanted.items() <= data.items()], event)

    async def wait_for(self, kind: str, **about: Any) -> JSON:
        """The first entry of the log of a kind whose data has these members."""
        return await self._first(
            lambda: [entry for entry in self.entries(kind) if about.items() <= entry["data"].items()], kind
        )

    async def quiet(self, seconds: float = 0.2) -> None:
        """Give what should not come the time to come."""
        await asyncio.sleep(seconds)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until what was heard is as it should be in the end."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(holds), PATIENCE)

    async def patient(self, something: Any) -> Any:
        """Wait for something, but not for ever."""
        return await asyncio.wait_for(something, PATIENCE)

    async def _first(self, found: Any, what: str) -> JSON:
        async def look() -> JSON:
            async with self._news:
                await self._news.wait_for(found)
            return dict(found()[0])

        try:
            return await asyncio.wait_for(look(), PATIENCE)
        except TimeoutError:
            raise AssertionError(f"{what} never came; heard {[name for name, _ in self.heard]}") from None

    async def _hear(self, event: str, data: JSON) -> None:
        async with self._news:
            self.heard.append((event, data))
            self._news.notify_all()

    async def _end(self, *_reason: Any) -> None:
        self.ended.set()
