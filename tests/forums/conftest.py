"""What the tests of forums share."""

import pytest


@pytest.fixture
def limits() -> bool:
    """Much is said in a short time here."""
    return False
