"""What tests of panels stand on."""

import pytest

from tests.cast import Cast
from tests.house import House
from tests.priorities.agreeing.sitting import Sitting, sit
from tests.priorities.poll import Poll


@pytest.fixture
async def sitting(house: House, cast: Cast, poll: Poll) -> Sitting:
    """A panel that can agree."""
    return await sit(house, cast, poll)
