"""What went out while the model could not say: it is read afterwards, once, and then people are called."""

import asyncio
import os
import signal
import time
from datetime import timedelta
from typing import Any

from foundation import clock
from moderation.items.models import ReviewItem
from moderation.models import RuleHit
from moderation.paging.models import Page
from moderation.risk.later_service import forget_old, read_waiting
from moderation.risk.listener import PATIENCE, Listener
from moderation.risk.listening import LISTENER
from moderation.risk.models import RiskBacklog
from tests.cast import Cast
from tests.moderation.risk.conftest import until, worker_of, workers_of
from tests.rooms_from_outside import Room

DANGER = "my neighbour is lying on her kitchen floor and she isn't moving"
"""Which no rule finds."""


class Beside:
    """The application as another process would have it: the same in all, with an ear of its own."""

    def __init__(self, app: Any, listener: Listener) -> None:
        self._app, self._listener = app, listener

    def __getitem__(self, key: Any) -> Any:
        return self._app[key]

    def __contains__(self, key: Any) -> bool:
        return key in self._app

    def get(self, _key: Any) -> Any:
        return self._listener


async def said_unheard(room: Room, cast: Cast, body: str) -> tuple[Any, str]:
    """Rosa says something while the worker stands still; gives her seat and the message's id."""
    listener = room.house.app[LISTENER]
    await until(lambda: listener.is_idle)
    rosa = await room.enter(cast.rosa)
    worker = worker_of()
    os.kill(worker, signal.SIGSTOP)
    try:
        answer = await rosa.say(body)
    finally:
        os.kill(worker, signal.SIGCONT)
    assert answer["status"] == "published", "must be out already for this to mean anything"
    assert "notice" not in answer
    await until(lambda: listener.is_idle)
    listener.forget()
    return rosa, answer["id"]


async def test_a_danger_that_was_not_heard_in_time_calls_people_afterwards(room: Room, cast: Cast) -> None:
    ada = await room.enter(cast.ada)
    rosa, message = await said_unheard(room, cast, DANGER)
    await until_read(room)
    item = await ReviewItem.get(target_id=message)
    assert (item.kind, item.state, item.cause) == ("emergency", "open", "paged")
    assert (await ada.live.wait("paged", item=item.id))["room"] == room.id
    await rosa.live.wait("emergency", id=message)
    hit = await RuleHit.get(target_id=message)
    assert hit.rule == "model.emergency"
    assert DANGER[hit.start : hit.end] == DANGER
    shown = [entry["data"]["body"] for entry in await room.log() if entry["kind"] == "message_posted"]
    assert shown == [DANGER], "nothing is hidden by it"


async def test_who_writes_while_the_model_is_loading_does_not_wait_and_is_read_afterwards(
    room: Room, cast: Cast
) -> None:
    rosa, listener = await room.enter(cast.rosa), room.house.app[LISTENER]
    await listener.stop()
    listener.start()
    await until(lambda: workers_of() != [])
    os.kill(worker_of(), signal.SIGSTOP)  # a slow disk
    try:
        began = time.perf_counter()
        answers = [await rosa.say(words) for words in (DANGER, "Is anybody near?")]
        assert time.perf_counter() - began < len(answers) * PATIENCE
        assert [answer["status"] for answer in answers] == ["published"] * 2
        assert await RiskBacklog.all().count() == 2
    finally:
        os.kill(worker_of(), signal.SIGCONT)
    await until(lambda: listener.is_idle)
    await until_read(room)
    assert (await ReviewItem.get()).target_id == answers[0]["id"]
    assert await Page.all().count() == 1
    await rosa.live.wait("emergency", id=answers[0]["id"])


async def test_ordinary_words_leave_nothing(room: Room, cast: Cast) -> None:
    await said_unheard(room, cast, "Could we have another bench by the library, please?")
    await until_read(room)
    assert await ReviewItem.all().count() == 0


async def test_two_processes_call_people_once(room: Room, cast: Cast) -> None:
    await said_unheard(room, cast, DANGER)
    other = Listener()
    other.start()
    try:
        await until(lambda: other.is_idle)
        app: Any = room.house.app
        await asyncio.gather(read_waiting(app), read_waiting(Beside(app, other)))  # type: ignore[arg-type]
    finally:
        await other.stop()
    assert await RiskBacklog.all().count() == 0
    assert await ReviewItem.all().count() == await Page.all().count() == 1
    assert (await ReviewItem.get()).version == 1


async def test_what_was_taken_back_meanwhile_is_not_read(room: Room, cast: Cast) -> None:
    rosa, message = await said_unheard(room, cast, DANGER)
    await rosa.ok("withdraw_message", id=message)
    await until_read(room)
    assert await Page.all().count() == 0


async def test_a_text_at_which_the_worker_breaks_is_given_up(room: Room, cast: Cast) -> None:
    await said_unheard(room, cast, DANGER)
    await RiskBacklog.all().update(tries=3)
    await until_read(room)
    assert await ReviewItem.all().count() == 0


async def test_what_nobody_could_read_for_a_week_is_forgotten(room: Room, cast: Cast) -> None:
    await RiskBacklog.create(id="a" * 16, target_type="message", target_id="b" * 16, at=clock.now())
    await forget_old(room.house.app)
    assert await RiskBacklog.all().count() == 1
    clock.move(timedelta(days=8))
    await forget_old(room.house.app)
    assert await RiskBacklog.all().count() == 0


async def until_read(room: Room) -> None:
    """Let the job run until nothing waits."""
    async with asyncio.timeout(20):
        while await RiskBacklog.all().exists():
            await read_waiting(room.house.app)
            await asyncio.sleep(0.05)
