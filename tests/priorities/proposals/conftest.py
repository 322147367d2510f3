"""What tests of proposals stand on."""

import pytest

from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import Ideas


@pytest.fixture
def ideas(poll: Poll) -> Ideas:
    """Proposals of the cast."""
    return Ideas(poll)
