"""What tests of priorities stand on. Every JSON answer in them is held against the description of the API."""

from functools import cache

import pytest

from foundation.openapi import describe
from server.features import APIS
from tests.cast import Cast
from tests.contract.description import Description
from tests.house import House
from tests.priorities.poll import Poll


@cache
def _description() -> Description:
    return Description(describe([route for api in APIS for route in api.routes]))


@pytest.fixture(autouse=True)
def _as_described(request: pytest.FixtureRequest) -> None:
    """What is pure arithmetic has no house, and gets none by this."""
    if "house" in request.fixturenames:
        house: House = request.getfixturevalue("house")
        house.check = _description().check


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    """Rounds of the neighbourhood where the cast live."""
    return Poll(house, cast)
