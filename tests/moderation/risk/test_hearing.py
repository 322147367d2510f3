"""What the model hears, and that nobody waits for it: the worker stopped, killed, flooded, or without its files."""

import asyncio
import os
import signal
import time
from pathlib import Path
from unittest.mock import patch

import pytest
from structlog.testing import capture_logs

from moderation.items.kinds import Kind
from moderation.risk.heard import Heard, heard_of
from moderation.risk.listener import PATIENCE, Listener
from tests.moderation.risk.conftest import until, variables_of, worker_of, workers_of

DANGER = "my neighbour is lying on her kitchen floor and she isn't moving"
ORDINARY = "Could we have another bench by the library, please?"


async def kinds_in(listener: Listener, text: str) -> list[Kind]:
    """What somebody hears who waits as long as a slow machine takes: how long that is, bench/ says."""
    with patch.multiple("moderation.risk.listener", PATIENCE=30.0, _IN_TIME=30.0, _IN_TIME_THERE=30.0):
        heard = await listener.heard(text)
    assert heard is not None
    return list(heard.kinds)


async def heard_within(seconds: float, listener: Listener, text: str) -> Heard | None:
    """What somebody hears before so much time has passed by the loop's own timers: a busy machine stops both."""
    asked, too_late = (asyncio.ensure_future(each) for each in (listener.heard(text), asyncio.sleep(seconds)))
    await asyncio.wait((asked, too_late), return_when=asyncio.FIRST_COMPLETED)
    too_late.cancel()
    assert asked.done(), f"nobody is kept waiting for {seconds} seconds"
    return await asked


async def test_it_hears_somebody_in_danger_and_not_somebody_who_tells_of_last_year(listener: Listener) -> None:
    assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]
    assert await kinds_in(listener, ORDINARY) == []
    assert await kinds_in(listener, "We were burgled last year and the police were brilliant.") == []


async def test_it_hears_a_threat_and_who_courts_a_child(listener: Listener) -> None:
    assert Kind.THREAT in await kinds_in(listener, "I know where you live and I'm going to break your legs")
    assert Kind.GROOMING in await kinds_in(listener, "don't tell your mum about us, delete these messages")


async def test_one_sentence_of_danger_is_not_lost_among_others(listener: Listener) -> None:
    text = f"Thanks for coming tonight. The bins were late again. {DANGER}! I agree with Amir about the lights."
    assert Kind.EMERGENCY in await kinds_in(listener, text)


async def test_of_a_very_long_text_the_end_is_read_afterwards(listener: Listener) -> None:
    text = " ".join(f"The number {number} bus was late again." for number in range(40)) + f" {DANGER}."
    assert await listener.heard(text) is None
    heard = await listener.read(text)
    assert heard is not None
    assert heard.whole
    assert Kind.EMERGENCY in heard.kinds


@pytest.mark.parametrize("text", ["", " ", "\u200b" * 5000, "a" * 20_000, "!" * 20_000, "\ud800", "\n\n\n"])
async def test_no_text_is_too_odd_for_it(listener: Listener, text: str) -> None:
    heard = await listener.read(text)
    assert heard is not None
    assert list(heard.kinds) == []
    assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]


async def test_a_worker_that_hangs_keeps_nobody_waiting_longer_than_is_promised(listener: Listener) -> None:
    worker = worker_of()
    os.kill(worker, signal.SIGSTOP)
    try:
        began = time.perf_counter()
        assert await heard_within(PATIENCE + 0.15, listener, DANGER) is None
        assert time.perf_counter() - began >= PATIENCE
        assert await heard_within(0.05, listener, f"{DANGER} again") is None, "who comes later does not wait at all"
    finally:
        os.kill(worker, signal.SIGCONT)
    await until(lambda: listener.is_idle)
    assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]


async def test_one_that_never_answers_again_is_ended_for_another(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moderation.risk.listener._HUNG", 0.4)
    first = worker_of()
    os.kill(first, signal.SIGSTOP)
    assert await listener.heard(DANGER) is None
    await asyncio.sleep(0.2)
    assert await listener.heard(ORDINARY) is None
    await until(lambda: listener.is_idle and worker_of() != first)
    assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]


async def test_a_worker_that_is_killed_in_the_middle_is_begun_again(listener: Listener) -> None:
    first = worker_of()
    os.kill(first, signal.SIGSTOP)
    asked = asyncio.ensure_future(listener.heard(DANGER))
    await asyncio.sleep(0.05)
    with capture_logs() as logs:
        os.kill(first, signal.SIGKILL)
        assert await asked is None
        await until(lambda: listener.is_idle and workers_of() not in ([], [first]))
    assert [log["event"] for log in logs] == ["no_model", "model_listens"]
    assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]


async def test_a_flood_is_let_go_at_once_and_nobody_in_it_waits(listener: Listener) -> None:
    texts = [f"The number {number} bus was late again on Cowbridge Road." for number in range(700)]
    asked = [asyncio.ensure_future(listener.heard(text)) for text in texts]
    for _turn in range(5):  # of the loop: no time passes
        await asyncio.sleep(0)
    assert sum(one.done() for one in asked) > 500
    await asyncio.gather(*asked)
    await until(lambda: listener.is_idle)
    assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]


async def test_what_was_heard_before_is_known_without_asking(listener: Listener) -> None:
    await listener.heard(DANGER)
    worker = worker_of()
    os.kill(worker, signal.SIGSTOP)
    try:
        assert await kinds_in(listener, DANGER) == [Kind.EMERGENCY]
    finally:
        os.kill(worker, signal.SIGCONT)


async def test_without_its_files_there_is_nothing_to_wait_for_and_it_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moderation.risk.listener._PAUSES", (0.05,))
    listener = Listener(tmp_path)
    with capture_logs() as logs:
        listener.start()
        assert await heard_within(0.05, listener, DANGER) is None
        await until(lambda: listener.failures > 1)
        await listener.stop()
    assert [log["event"] for log in logs] == ["no_model"]
    assert "model.safetensors" in logs[0]["problem"]


async def test_the_worker_is_told_none_of_the_servers_secrets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BLUELAMP_SECRET_KEY", "only-the-server-knows-this")
    listener = Listener()
    listener.start()
    try:
        await until(lambda: listener.is_idle)
        assert b"only-the-server-knows-this" not in variables_of(worker_of())
    finally:
        await listener.stop()
    assert workers_of() == [], "it ends with the server"


def test_what_only_sounds_like_an_emergency_is_a_danger_that_calls_nobody() -> None:
    answer = {
        "scores": {"emergency": 0.7},
        "kinds": ["emergency", "threat"],
        "sure": ["threat"],
        "whole": True,
        "places": {},
        "version": 2,
    }
    assert list(heard_of(answer).kinds) == [Kind.DANGER, Kind.THREAT]
    assert list(heard_of(answer | {"sure": ["emergency"]}).kinds) == [Kind.EMERGENCY, Kind.THREAT]


def test_a_danger_in_the_beginning_does_not_keep_the_rest_from_being_read() -> None:
    answer = {"scores": {}, "kinds": ["emergency"], "sure": [], "whole": False, "places": {}, "version": 2}
    assert not heard_of(answer).settles
    assert heard_of(answer | {"sure": ["emergency"]}).settles
