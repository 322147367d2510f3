"""Counting how often: apart for each act, and never in the way of people where the counter itself is away."""

from dataclasses import replace

import pytest
from redis.asyncio import Redis

from foundation import limits
from foundation.errors import TooFast
from foundation.limits import Limits
from foundation.settings import Settings

SETTINGS = Settings(database_url="sqlite://unused", secret_key="unused")


async def test_rosa_who_signs_in_too_often_may_still_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits._RATES, "sign_in_account", limits._RATES["flag"])
    counting = Limits(SETTINGS)
    for _try in range(limits._RATES["flag"].amount):
        await counting.check("sign_in_account", "rosa")
    with pytest.raises(TooFast) as refused:
        await counting.check("sign_in_account", "rosa")
    assert refused.value.message == "Too often. Please wait 10 minutes and try again.", "nobody counts 600 seconds"
    await counting.check("flag", "rosa")


async def test_everybody_is_let_in_while_redis_is_away() -> None:
    away = Limits(replace(SETTINGS, redis_url="redis://127.0.0.1:1/0"))
    await away.check("sign_in_account", "rosa")
    assert not await away.full("sign_in_account", "rosa")
    await away.reset("sign_in_account", "rosa")


@pytest.mark.redis
async def test_what_redis_counts_is_nobodys(redis_url: str) -> None:
    far, other = (Limits(replace(SETTINGS, redis_url=redis_url)) for _process in range(2))
    rosa, address = "0k1z2m3n4p5q6r7s", "203.0.113.7"
    for name, key in (("ballot", rosa), ("ballot_code_address", address), ("same_text_first", rosa)):
        await far.check(name, key)
    assert await far.within("opinion", rosa, address)
    assert await other.full("same_text_first", rosa), "every process counts the same"
    async with Redis.from_url(redis_url, decode_responses=True) as redis:
        keys = [key async for key in redis.scan_iter("*")]
    assert len(keys) >= 5
    assert not [key for key in keys if rosa in key or address in key]
