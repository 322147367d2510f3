"""What tests of slips stand on."""

import pytest

from priorities.models import Phase
from tests.priorities.paper.slips import Slips
from tests.priorities.poll import Poll


@pytest.fixture
async def slips(poll: Poll) -> Slips:
    """Ten slips of a round in its vote."""
    found = Slips(poll, await poll.begin(Phase.VOTE))
    await found.print(10)
    return found
