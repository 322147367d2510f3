"""An evening that is over, and PC Ada Okafor with the draft of its minutes open."""

from collections.abc import AsyncIterator

import pytest

from tests.cast import Cast
from tests.rooms.minutes.evening import Evening, Writer, held
from tests.rooms_from_outside import Room


@pytest.fixture
async def evening(room: Room, cast: Cast) -> Evening:
    return await held(room, cast)


@pytest.fixture
async def ada(evening: Evening, cast: Cast) -> AsyncIterator[Writer]:
    writer = Writer(evening, cast.ada)
    await writer.look()
    await writer.do("draft")
    yield writer
    await writer.browser.close()
