"""What tests of rounds stand on."""

import pytest

from tests.contract.description import Description
from tests.house import House


@pytest.fixture(autouse=True)
async def _described(house: House) -> None:
    """Every answer is held against the description of the API."""
    house.check = Description((await house.caller().get("/openapi.json")).json).check
