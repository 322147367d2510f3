"""What the tests of appeals share."""

import pytest

from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room


@pytest.fixture
def limits() -> bool:
    """Much is said and decided at once here."""
    return False


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)
