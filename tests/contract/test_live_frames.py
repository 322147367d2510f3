"""Frames that no library sends, on a bare WebSocket: each is answered, and nothing ends that the server did not end."""

from collections.abc import AsyncIterator
from uuid import uuid4

import aiohttp
import msgspec
import pytest

from tests.cast import Cast
from tests.clients import PATIENCE
from tests.rooms_from_outside import Room


class Wire:
    """Rosa's connection to her room, frame by frame."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def ask(self, written: str) -> dict[str, object]:
        """Send an event as it is written here; gives its acknowledgement."""
        await self._socket.send_str(f"42/rooms,7{written}")
        return await self.hear("43/rooms,7")

    async def hear(self, begin: str) -> dict[str, object]:
        """The first thing in the next frame that begins so."""
        while not (frame := str((await self._socket.receive(PATIENCE)).data)).startswith(begin):
            assert frame.isprintable(), "the connection must not end"
        data = msgspec.json.decode(frame.removeprefix(begin))
        return dict(data[0] if isinstance(data, list) else data)


@pytest.fixture
def dialect() -> str:
    """Frames are read before any database is asked."""
    return "sqlite"


@pytest.fixture
async def wire(room: Room, cast: Cast) -> AsyncIterator[Wire]:
    address = f"{room.house.url}/socket.io/?EIO=4&transport=websocket"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive(PATIENCE)
        await socket.send_str(f'40/rooms,{{"token":"{cast.rosa.token}"}}')
        wire = Wire(socket)
        await wire.hear("40/rooms,")
        assert (await wire.ask(f'["enter",{{"room":"{room.id}"}}]'))["ok"] is True
        yield wire


@pytest.mark.parametrize(
    "written",
    ['["enter"', "[]", "", '{"a":1}', '[{"a":1},2]', "[7]", '["enter",{"after":NaN}]', "[" * 5000,
     '["enter",{"after":1%s}]' % ("0" * 5000), '["connect",{},{"token":"x"}]', '["connect"]', '["disconnect"]',
     '["disconnect",{}]'],
)  # fmt: skip
async def test_what_is_no_event_is_refused_and_the_connection_stays(room: Room, wire: Wire, written: str):
    refused = await wire.ask(written)
    assert refused["ok"] is False
    assert (await wire.ask(f'["catch_up",{{"room":"{room.id}","after":0}}]'))["ok"] is True


async def test_half_an_emoji_is_left_out_and_the_words_around_it_arrive(room: Room, wire: Wire):
    said = await wire.ask(rf'["send_message",{{"room":"{room.id}","client_id":"{uuid4()}","body":"Thank you \ud83d"}}]')
    assert said["status"] == "published"
    assert (await room.log())[-1]["data"]["body"] == "Thank you"
