"""What comes over a live connection: what can't be read becomes an event too, so that it is answered."""

import json
from typing import Any

import msgspec
from socketio.packet import BINARY_EVENT, EVENT, Packet

UNREADABLE = ["(unreadable)"]
"""Stands for an event without a name or in broken JSON: nobody handles it, so it is refused as unknown."""


class LiveJson:
    """msgspec in the place where Socket.IO looks for the json module."""

    @staticmethod
    def dumps(value: Any, **_options: Any) -> str:
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str, **_options: Any) -> Any:
        """The value; UNREADABLE for what is no JSON. Half an emoji (a lone surrogate) is dropped: browsers send it."""
        try:
            return msgspec.json.decode(text)
        except (msgspec.MsgspecError, RecursionError):
            pass
        try:
            whole = json.dumps(json.loads(text), ensure_ascii=False).encode(errors="ignore")
            return msgspec.json.decode(whole)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return UNREADABLE


class LivePacket(Packet):  # type: ignore[misc]  # engineio has no types
    """A packet whose event always has a name."""

    data: Any

    def decode(self, encoded_packet: str) -> int:
        attachments: int = super().decode(encoded_packet)
        named = isinstance(self.data, list) and len(self.data) > 0
        if self.packet_type in (EVENT, BINARY_EVENT) and not named:
            self.data = UNREADABLE
        return attachments
