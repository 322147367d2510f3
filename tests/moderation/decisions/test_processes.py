"""Two processes on one port, over PostgreSQL and Redis: one decision of two, and a ban that both keep to."""

import asyncio
from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.cast import Cast
from tests.clients import Caller, Live
from tests.moderation.decisions.deciding import WHY
from tests.rooms_from_outside import plan
from tests.running.server_process import running_server

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
MANY = 6


@pytest.fixture
def dialect() -> str:
    return "postgres"


async def test_moderators_of_two_processes_decide_once_and_rosa_is_out_of_both(
    settings: Settings, cast: Cast, redis_url: str, tmp_path: Path
) -> None:
    with running_server(
        "--workers", "2", settings=settings, folder=tmp_path, BLUELAMP_REDIS_URL=redis_url, BLUELAMP_LIMITS="off"
    ) as server:
        ada, mo, amir = (Caller(server.url, each.token) for each in (cast.ada, cast.mo, cast.amir))
        room = (await ada.post("/surgeries", plan())).json["id"]
        assert (await ada.post(f"/surgeries/{room}/open")).status == 200
        rosas = [Live() for _ in range(MANY)]
        for live in rosas:
            await live.connect(server.url, {"token": cast.rosa.token})
            await live.ok("enter", room=room, after=0)
        said = await rosas[0].ok("send_message", room=room, client_id=str(uuid4()), body="I saw who did it")
        flag = {"target": {"type": "message", "id": said["id"]}, "reason": "abuse"}
        assert (await amir.post("/flags", flag)).status == 201
        [item] = (await mo.get("/moderation/queue")).json["items"]
        deciders = [Caller(server.url, each.token) for each in (cast.mo, cast.dee, cast.dai) for _ in range(3)]
        body = {"version": item["version"], "action": "remove", **WHY}
        answers = await asyncio.gather(
            *(each.post(f"/moderation/items/{item['id']}/decision", body) for each in deciders)
        )
        assert sorted(answer.status for answer in answers) == [201] + [409] * (len(deciders) - 1)
        for live in rosas:
            await live.wait("removed", room=room)
            assert (await live.refused("enter", room=room, after=0))["code"] == "not_allowed"
        for caller in (ada, mo, amir, *deciders):
            await caller.close()
