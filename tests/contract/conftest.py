"""Every JSON answer of these tests is held against the description of the API."""

import pytest

from tests.contract.description import Description
from tests.house import House


@pytest.fixture(autouse=True)
async def _as_described(house: House) -> None:
    """Every JSON call of these tests is answered as /api/v1/openapi.json says."""
    document = (await house.caller().get("/openapi.json")).json
    house.check = Description(document).check
