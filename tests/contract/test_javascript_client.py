"""The official JavaScript client under Node holds the contract's live part against a served application."""

import asyncio
import os
from pathlib import Path

import msgspec
import pytest

from tests.cast import Cast
from tests.rooms_from_outside import Room

SCRIPT = Path(__file__).parent / "js" / "contract.mjs"
SENTENCES = 12


@pytest.fixture
def limits() -> bool:
    return False


@pytest.mark.node
async def test_the_official_javascript_client_finds_the_contract_kept(room: Room, cast: Cast):
    told = {
        "URL_OF_SERVER": room.house.url,
        "ROOM": room.id,
        "TOKENS": msgspec.json.encode({name: member.token for name, member in vars(cast).items()}).decode(),
    }
    node = await asyncio.create_subprocess_exec(
        "node", str(SCRIPT), env=os.environ | told, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _none = await asyncio.wait_for(node.communicate(), 90)
    assert node.returncode == 0, output.decode()
    assert output.decode().count("ok - ") == SENTENCES
