"""What tests of proposals that are put together stand on."""

import pytest

from priorities.models import Phase
from priorities.proposals.supporting.service import support
from tests.priorities.poll import Poll


@pytest.fixture(params=[Phase.GATHER, Phase.SHAPE])
async def two(poll: Poll, request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """A round, a proposal that Rosa and Amir support, and the one that it belongs to, which Amir supports too."""
    round_id = await poll.begin(request.param, ())
    old = await poll.proposal(round_id, title="Bikes at the station")
    into = await poll.proposal(round_id, title="Bikes stolen at the station", author=poll.cast.amir)
    for who, which in ((poll.cast.rosa, old), (poll.cast.amir, old), (poll.cast.amir, into)):
        await support(poll.house.app, who.viewer, which)
    return round_id, old, into
