"""Clients in JavaScript under Node hold the contract against a served application: live, forums, priorities."""

import asyncio
import os
from pathlib import Path

import msgspec
import pytest

from priorities.models import Phase
from tests.cast import HOME, Cast
from tests.house import House
from tests.priorities.poll import Poll
from tests.rooms_from_outside import Room

SCRIPTS = Path(__file__).parent / "js"


@pytest.fixture
def limits() -> bool:
    return False


async def _finds(script: str, sentences: int, house: House, cast: Cast, **told: str) -> None:
    tokens = msgspec.json.encode({name: member.token for name, member in vars(cast).items()}).decode()
    environment = os.environ | {"URL_OF_SERVER": house.url, "TOKENS": tokens} | told
    pipe, merged = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT
    node = await asyncio.create_subprocess_exec(
        "node", str(SCRIPTS / script), env=environment, stdout=pipe, stderr=merged
    )
    output, _none = await asyncio.wait_for(node.communicate(), 90)
    assert node.returncode == 0, output.decode()
    assert output.decode().count("ok - ") == sentences


@pytest.mark.node
async def test_the_official_javascript_client_finds_the_contract_kept(room: Room, cast: Cast):
    await _finds("contract.mjs", 12, room.house, cast, ROOM=room.id)


@pytest.mark.node
async def test_a_client_of_the_forums_finds_the_contract_kept(house: House, cast: Cast):
    await _finds("forums.mjs", 12, house, cast, NEIGHBOURHOOD=HOME)


@pytest.mark.node
async def test_a_client_of_priorities_finds_the_contract_kept(house: House, cast: Cast):
    poll = Poll(house, cast)
    told = {"NEIGHBOURHOOD": HOME, "ROUND": await poll.begin(Phase.VOTE, quorum=2)}
    await _finds("priorities.mjs", 5, house, cast, **told)
    await poll.move_to(told["ROUND"], Phase.AGREE)
    await _finds("priorities.mjs", 5, house, cast, **told, AFTER="true")
