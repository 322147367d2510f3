"""PC Ada Okafor keeps a running log of Cathays."""

from collections.abc import AsyncIterator

import pytest

from tests.cast import Cast
from tests.house import House
from tests.rooms.running_log.keeping import Keeper


@pytest.fixture
async def ada(house: House, cast: Cast) -> AsyncIterator[Keeper]:
    keeper = Keeper(house, cast.ada)
    assert (await keeper.begin()).status == 303
    yield keeper
    await keeper.browser.close()
