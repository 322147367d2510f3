"""Two processes hold one room: each vote, ticket and step counts once, and one that is killed takes nothing along."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from foundation.settings import Settings
from tests.cast import Cast
from tests.clients import JSON, Live
from tests.running.processes import end
from tests.running.two_servers import TwoServers, two_servers

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
ADULT = "18_or_over"


@pytest.fixture
def dialect() -> str:
    return "postgres"


@pytest.fixture
async def two(settings: Settings, cast: Cast, redis_url: str, tmp_path: Path) -> AsyncIterator[TwoServers]:
    async with two_servers(settings, cast, redis_url, tmp_path, BLUELAMP_LIMITS="off") as pair:
        yield pair


def _draft(room: str, body: str, **more: str) -> JSON:
    return {"room": room, "client_id": str(uuid4()), "body": body, **more}


async def test_what_two_do_at_once_on_two_processes_counts_once(two: TwoServers, cast: Cast):
    rosas, adas, amirs = await two.both(cast.rosa), await two.both(cast.ada), await two.both(cast.amir)
    asked = (await amirs[0].emit("send_message", _draft(two.room, "Will the lamp be mended?", kind="question")))["id"]
    poll = (await adas[0].ok("open_poll", room=two.room, question="Which street?", options=["North", "South"]))["id"]

    wanted = [live.emit("vote_question", {"room": two.room, "id": asked}) for live in rosas * 4]
    voted = [
        live.emit("vote_poll", {"room": two.room, "id": poll, "option": n % 2}) for n, live in enumerate(rosas * 4)
    ]
    assert {answer["ok"] for answer in await asyncio.gather(*voted)} == {True}
    await asyncio.gather(*wanted)
    for live in (*adas, *amirs):
        await live.wait("question_votes", votes={asked: 1})
        await live.wait("poll_votes", poll=poll, people=1)
    assert max(sum(told["counts"]) for told in amirs[0].of("poll_votes")) == 1

    tickets = await asyncio.gather(*(live.emit("take_ticket", {"room": two.room, "age": ADULT}) for live in rosas * 3))
    assert any(answer["ok"] for answer in tickets)
    called = await asyncio.gather(*(live.emit("call_next", {"room": two.room}) for live in adas * 3))
    assert [answer["ok"] for answer in called].count(True) == 1, called
    booths = await asyncio.gather(*(live.emit("answer_call", {"room": two.room}) for live in rosas * 3))
    assert len({answer["booth"] for answer in booths if answer["ok"]}) == 1, booths

    closed = await asyncio.gather(*(live.emit("close_poll", {"room": two.room, "id": poll}) for live in adas * 3))
    assert [answer["ok"] for answer in closed].count(True) == 1
    marked = await asyncio.gather(*(live.emit("mark_question", {"room": two.room, "id": asked}) for live in adas * 3))
    assert [answer["ok"] for answer in marked].count(True) == 1
    log = await two.log(cast.ada)
    assert [entry["seq"] for entry in log] == list(range(1, len(log) + 1))
    kinds = [entry["kind"] for entry in log]
    assert (kinds.count("poll_closed"), kinds.count("question_marked")) == (1, 1)
    codes = {answer["error"]["code"] for answer in (*tickets, *called, *booths, *closed, *marked) if not answer["ok"]}
    assert codes <= {"conflict", "closed", "not_found"}


async def test_a_walk_on_one_process_is_seen_on_the_other(two: TwoServers, cast: Cast):
    rosa, amir = await two.enter(two.one, cast.rosa), await two.enter(two.other, cast.amir)
    await amir.ok("step_in", room=two.room)
    shown = await rosa.ok("step_in", room=two.room)
    assert {one["person"]["id"] for one in shown["people"]} == {cast.rosa.id, cast.amir.id}
    await rosa.ok("walk", room=two.room, to=[6, 3])
    assert (await amir.wait("walked", person=cast.rosa.id))["path"][-1] == [6, 3]
    await rosa.close()
    await amir.wait("stepped_out", person=cast.rosa.id)


async def test_a_process_killed_in_the_middle_loses_nothing_that_it_acknowledged(two: TwoServers, cast: Cast):
    rosa, ada, amir = (
        await two.enter(two.one, cast.rosa), await two.enter(two.one, cast.ada), await two.enter(two.one, cast.amir),
    )  # fmt: skip
    poll = (await ada.ok("open_poll", room=two.room, question="Which street?", options=["North", "South"]))["id"]
    granted: list[JSON] = []

    async def act(live: Live, event: str, said: JSON) -> None:
        with suppress(Exception):  # the process is gone
            answer = await asyncio.wait_for(live.emit(event, said), 3)
            granted.extend([{"event": event, **answer}] if answer["ok"] else [])

    asks = [_draft(two.room, f"Question {number}?", kind="question") for number in range(40)]
    acts = [act(rosa, "send_message", draft) for draft in asks]
    acts += [act(amir, "take_ticket", {"room": two.room, "age": ADULT}), act(ada, "call_next", {"room": two.room})]
    acts += [act(amir, "vote_poll", {"room": two.room, "id": poll, "option": 1})]
    acts += [act(ada, "close_poll", {"room": two.room, "id": poll})]
    running = asyncio.gather(*acts)
    while len(granted) < 5:  # noqa: ASYNC110 - the process is killed while it works
        await asyncio.sleep(0.005)
    end(two.one.process, signal.SIGKILL)
    await running

    said = {entry["data"]["id"]: entry for entry in await two.log(cast.ada) if entry["kind"] == "message_posted"}
    for answer in granted:
        if answer["event"] == "send_message":
            assert said[answer["id"]]["seq"] == answer["seq"]
    again = await two.enter(two.other, cast.rosa)
    for draft in asks:
        await again.ok("send_message", **draft)
    log = await two.log(cast.ada)
    bodies = [entry["data"]["body"] for entry in log if entry["kind"] == "message_posted"]
    assert sorted(bodies) == sorted(draft["body"] for draft in asks)
    assert [entry["seq"] for entry in log] == list(range(1, len(log) + 1))
    host = await two.enter(two.other, cast.ada)
    again_closed = await host.emit("close_poll", {"room": two.room, "id": poll})
    assert not (again_closed["ok"] and any(answer["event"] == "close_poll" for answer in granted))
    assert [entry["kind"] for entry in await two.log(cast.ada)].count("poll_closed") == 1
