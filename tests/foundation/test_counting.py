"""Counting much costs little: nobody's next act pays for what others did before."""

import asyncio
import time

import pytest
from limits import parse

from foundation import limits
from foundation.limits import Limits
from foundation.settings import Settings

SETTINGS = Settings(database_url="sqlite://unused", secret_key="unused")
_EVENING = 10_000


async def test_after_a_lively_evening_one_more_message_is_counted_as_fast_as_the_first() -> None:
    counting = Limits(SETTINGS)
    for number in range(_EVENING):
        assert await counting.within("same_text_by_many", f"text {number}")
    began = time.process_time()
    for number in range(100):
        assert await counting.within("message", f"rosa {number}")
        await asyncio.sleep(0.01)
    assert time.process_time() - began < 0.1


async def test_what_has_ended_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits._RATES, "walk", parse("2 per 1 second"))
    counting = Limits(SETTINGS)
    for number in range(100):
        assert await counting.within("walk", f"somebody {number}")
    assert await counting.within("walk", "somebody 1")
    assert not await counting.within("walk", "somebody 1")
    await asyncio.sleep(1.1)
    assert await counting.within("walk", "somebody 1")
    assert len(counting._storage) == 1  # type: ignore[arg-type]
    await counting.reset("walk", "somebody 1")
    assert not await counting.full("walk", "somebody 1")


async def test_an_act_is_counted_under_every_key_also_where_one_has_enough() -> None:
    counting = Limits(SETTINGS)
    assert [await counting.within("same_text_again", "one", "two") for _time in range(2)] == [True, True]
    assert not await counting.within("same_text_again", "one", "three")
    assert await counting.within("same_text_again", "three")
    assert not await counting.within("same_text_again", "three")
