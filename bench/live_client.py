"""A light Socket.IO client: enough of the protocol to enter rooms, send and count, in a few microseconds a packet."""

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import msgspec
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

from tests.clients import NAMESPACE, PATIENCE

Hear = Callable[[bytes], None]
"""Told of each `event` packet that arrives, as bytes."""

_OPENED, _PING, _PONG = b"0", b"2", b"3"
_CONNECTED = b"40" + NAMESPACE.encode() + b","
_REFUSED = b"44" + NAMESPACE.encode() + b","
_ACK = b"43" + NAMESPACE.encode() + b","
_EVENT = b"42" + NAMESPACE.encode() + b',["event",'


class Resident(WSListener):
    """One live connection. `ended` is set when the server has closed it."""

    def __init__(self, token: str, hear: Hear) -> None:
        self._token, self._hear = token, hear
        self._numbers = itertools.count()
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._connected: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.ended = False

    async def connect(self, url: str) -> None:
        """Open the connection and join the namespace; raises ConnectionError when refused."""
        address = url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        await ws_connect(lambda: self, address)
        await asyncio.wait_for(self._connected, PATIENCE * 4)

    async def call(self, event: str, **data: Any) -> dict[str, Any]:
        """Send an event and give its acknowledgement; raises TimeoutError."""
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        self._send(b"42%s,%d%s" % (NAMESPACE.encode(), number, msgspec.json.encode([event, data])))
        try:
            acknowledged: dict[str, Any] = (await asyncio.wait_for(answer, PATIENCE * 4))[0]
        finally:
            del self._waiting[number]
        return acknowledged

    def close(self) -> None:
        self._transport.disconnect()

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport

    def on_ws_disconnected(self, _transport: WSTransport) -> None:
        self.ended = True

    def on_ws_frame(self, _transport: WSTransport, frame: WSFrame) -> None:
        packet = frame.get_payload_as_bytes()
        if packet.startswith(_EVENT):
            self._hear(packet)
        elif packet.startswith(_ACK):
            self._acknowledge(packet)
        elif packet == _PING:
            self._send(_PONG)
        elif packet.startswith(_OPENED):
            self._send(_CONNECTED + msgspec.json.encode({"token": self._token}))
        elif packet.startswith(_CONNECTED):
            self._connected.set_result(None)
        elif packet.startswith(_REFUSED):
            self._connected.set_exception(ConnectionError(packet.decode()))

    def _acknowledge(self, packet: bytes) -> None:
        number, bracket, rest = packet.removeprefix(_ACK).partition(b"[")
        if waiting := self._waiting.get(int(number)):
            waiting.set_result(msgspec.json.decode(bracket + rest))

    def _send(self, packet: bytes) -> None:
        self._transport.send(WSMsgType.TEXT, packet)
