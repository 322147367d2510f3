"""What the tests of the queue share."""

import pytest


@pytest.fixture
def limits() -> bool:
    """Much is held at once here."""
    return False
