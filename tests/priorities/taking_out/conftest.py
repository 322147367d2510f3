"""What tests of taking words out stand on."""

import pytest

from tests.priorities.poll import Poll
from tests.priorities.taking_out.scene import Scene, marked


@pytest.fixture
async def scene(poll: Poll) -> Scene:
    """A round with a marker in everything that staff can write around it."""
    return await marked(poll)
