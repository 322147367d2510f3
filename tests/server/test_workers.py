"""Two processes on one port, that meet through Redis over one PostgreSQL: nobody notices which one they are on."""

from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.cast import Cast
from tests.clients import Caller, Live
from tests.rooms_from_outside import plan
from tests.running.server_process import running_server

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
MANY = 8


@pytest.fixture
def dialect() -> str:
    return "postgres"


async def test_words_reach_everybody_whichever_process_they_are_on(
    settings: Settings, cast: Cast, redis_url: str, tmp_path: Path
):
    with running_server(
        "--workers", "2", settings=settings, folder=tmp_path, BLUELAMP_REDIS_URL=redis_url, BLUELAMP_LIMITS="off"
    ) as server:
        ada = Caller(server.url, cast.ada.token)
        room = (await ada.post("/surgeries", plan())).json["id"]
        assert (await ada.post(f"/surgeries/{room}/open")).status == 200
        lives = [Live() for _ in range(MANY)]
        for live in lives:
            await live.connect(server.url, {"token": cast.rosa.token})
            await live.ok("enter", room=room, after=0)
        for number, live in enumerate(lives):
            draft = {"room": room, "client_id": str(uuid4()), "body": f"Word {number}"}
            assert (await live.emit("send_message", draft))["status"] == "published"
        for live in lives:
            await live.wait("event", seq=MANY + 1)
            assert [entry["seq"] for entry in live.entries()] == list(range(2, MANY + 2))
        rosa = Caller(server.url, cast.rosa.token)
        assert (await rosa.delete("/session")).status == 204
        for live in lives:
            await live.patient(live.ended.wait())
        for caller in (ada, rosa):
            await caller.close()
