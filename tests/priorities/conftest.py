"""What tests of priorities stand on."""

import pytest

from tests.cast import Cast
from tests.house import House
from tests.priorities.poll import Poll


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    """Rounds of the neighbourhood where the cast live."""
    return Poll(house, cast)
