"""What tests of what stands around proposals stand on."""

import pytest

from tests.cast import Cast
from tests.contract.description import Description
from tests.house import House
from tests.priorities.poll import Poll


@pytest.fixture
async def poll(house: House, cast: Cast) -> Poll:
    """Rounds of the neighbourhood where the cast live; every answer is held against the description of the API."""
    house.check = Description((await house.caller().get("/openapi.json")).json).check
    return Poll(house, cast)
