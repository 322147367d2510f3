"""What the tests of forums share."""

import pytest

from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House


@pytest.fixture
def limits() -> bool:
    """Much is said in a short time here."""
    return False


@pytest.fixture
def talk(house: House, cast: Cast) -> Talk:
    """The forum of the neighbourhood where the cast live."""
    return Talk(house, cast)
