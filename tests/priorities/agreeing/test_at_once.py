"""What a panel takes back while somebody does something about it is kept: nothing that was done is lost."""

import asyncio

import pytest

from foundation.database import atomic
from priorities.acting.models import Action, Priority
from priorities.acting.priority_rows import lock_priority
from tests.priorities.acting.agreed import did
from tests.priorities.agreeing.sitting import Sitting
from tests.running.waiting import waits

pytestmark = pytest.mark.postgres


@pytest.fixture
def dialect() -> str:
    """On SQLite one transaction writes at a time."""
    return "postgres"


async def test_an_action_that_is_being_written_keeps_its_priority(sitting: Sitting) -> None:
    assert (await sitting.agree(0, 1, 2)).status == 200
    last = await Priority.get(option_id=sitting.options[2])
    written, go_on = asyncio.Event(), asyncio.Event()

    async def act() -> None:
        await lock_priority(last.id)
        await did(last.id, sitting.cast.huw.id)
        written.set()
        await go_on.wait()

    acting = asyncio.ensure_future(atomic(act))
    await written.wait()
    change = sitting.agree(0, 1, version=1, why="Two are enough.", reason="Two are enough for now.")
    changing = asyncio.ensure_future(change)
    assert await waits(changing)
    go_on.set()
    await acting
    answer = await changing
    assert (answer.status, "Something was already done" in answer.text) == (409, True), answer.text
    assert await Priority.exists(id=last.id)
    assert await Action.filter(priority_id=last.id).count() == 1
