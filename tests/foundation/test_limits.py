"""Counting how often: apart for each act, and never in the way of people where the counter itself is away."""

from dataclasses import replace

import pytest

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
