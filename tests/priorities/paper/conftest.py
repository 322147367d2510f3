"""What tests of slips stand on."""

import pytest

from priorities.models import Phase
from tests.contract.description import Description
from tests.priorities.paper.slips import Slips
from tests.priorities.poll import Poll


@pytest.fixture
async def slips(poll: Poll) -> Slips:
    """Ten slips of a round in its vote; every answer is held against the description of the API."""
    poll.house.check = Description((await poll.house.caller().get("/openapi.json")).json).check
    found = Slips(poll, await poll.begin(Phase.VOTE))
    await found.print(10)
    return found
