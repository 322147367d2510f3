"""An open surgery in Rosa's neighbourhood, held by PC Ada Okafor, in a served application with the cast."""

import pytest

from tests.cast import Cast
from tests.contract.description import Description
from tests.house import House
from tests.rooms_from_outside import Room, plan


@pytest.fixture
async def scheduled(house: House, cast: Cast) -> Room:
    """A surgery that has not opened yet."""
    answer = await house.caller(cast.ada).post("/surgeries", plan())
    assert answer.status == 201, answer.text
    return Room(house, answer.json, cast.ada)


@pytest.fixture
async def room(scheduled: Room) -> Room:
    """The same, open: its log has one entry."""
    await scheduled.act("open")
    return scheduled


@pytest.fixture(autouse=True)
async def _as_described(house: House) -> None:
    """Every JSON call of these tests is answered as /api/v1/openapi.json says."""
    document = (await house.caller().get("/openapi.json")).json
    house.check = Description(document).check
