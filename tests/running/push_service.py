"""A push service on the loopback address and the browsers that it pushes to, which read what only they can read."""

import asyncio
import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from secrets import token_bytes, token_urlsafe
from typing import Any

import http_ece
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


@dataclass
class PushService:
    """What arrived. `status` is what it answers, with `headers`, after `slow` seconds."""

    origin: str = ""
    status: int = 201
    headers: dict[str, str] = field(default_factory=dict)
    slow: float = 0
    received: list["Received"] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.received.append(Received(request.path, dict(request.headers), await request.read()))
        await asyncio.sleep(self.slow)
        return web.Response(status=self.status, headers=self.headers)

    def browser(self) -> "PushedBrowser":
        """A new browser that subscribed here."""
        return PushedBrowser(f"{self.origin}/push/{token_urlsafe(20)}")

    def to(self, browser: "PushedBrowser") -> list["Received"]:
        return [received for received in self.received if browser.endpoint == self.origin + received.path]


@dataclass(frozen=True)
class Received:
    """One message as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class PushedBrowser:
    """A browser with keys of its own."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = field(default_factory=lambda: token_bytes(16))

    @property
    def subscription(self) -> dict[str, Any]:
        """As `PushSubscription.toJSON()` has it."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": _written(point), "auth": _written(self.auth)}
        return {"endpoint": self.endpoint, "expirationTime": None, "keys": keys}

    def read(self, received: Received) -> Any:
        """What the browser is to show; raises where it was not encrypted for this browser."""
        shown = http_ece.decrypt(received.body, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        return json.loads(shown)


@asynccontextmanager
async def running_push_service() -> AsyncIterator[PushService]:
    """The service for as long as the block lasts."""
    service = PushService()
    app = web.Application()
    app.router.add_post("/push/{who}", service.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    service.origin = "http://{}:{}".format(*runner.addresses[0][:2])
    try:
        yield service
    finally:
        await runner.cleanup()


def _written(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()
