"""Two processes on one port, that meet through Redis over one PostgreSQL: nobody notices which one they are on."""

import asyncio
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


async def test_hiding_and_taking_back_at_once_never_wait_for_each_other(
    settings: Settings, cast: Cast, redis_url: str, tmp_path: Path
):
    """PostgreSQL ends one of two transactions that lock the same rows in two orders: one of the two would fail."""
    with running_server(
        "--workers", "2", settings=settings, folder=tmp_path, BLUELAMP_REDIS_URL=redis_url, BLUELAMP_LIMITS="off"
    ) as server:
        ada = Caller(server.url, cast.ada.token)
        room = (await ada.post("/surgeries", plan())).json["id"]
        assert (await ada.post(f"/surgeries/{room}/open")).status == 200
        rosas, mos = [Live() for _ in range(MANY)], [Live() for _ in range(MANY)]
        for live, member in [*((live, cast.rosa) for live in rosas), *((live, cast.mo) for live in mos)]:
            await live.connect(server.url, {"token": member.token})
            await live.ok("enter", room=room, after=0)
        codes: set[str] = set()
        for number in range(MANY):
            draft = {"room": room, "client_id": str(uuid4()), "body": f"Word {number}"}
            about = {"room": room, "id": (await rosas[0].emit("send_message", draft))["id"]}
            withdrawn = [live.emit("withdraw_message", about) for live in rosas]
            hidden = [live.emit("hide_message", about | {"reason": "Off topic"}) for live in mos]
            answers = await asyncio.gather(*withdrawn, *hidden)
            codes |= {answer["error"]["code"] for answer in answers if not answer["ok"]}
        assert codes == {"conflict"}
        await ada.close()
