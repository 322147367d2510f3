"""Words that are shown again, while their author is still kept out for them: that can still be appealed against."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk

_KEEPING_OUT = [("silence", {"seconds": 3600}), ("remove", {"seconds": 3600}), ("remove", {})]


@pytest.mark.parametrize(("action", "more"), _KEEPING_OUT)
async def test_whoever_is_still_kept_out_may_appeal_though_a_host_shows_the_words(
    desk: Desk, cast: Cast, action: str, more: dict[str, Any]
) -> None:
    said = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, said, action, **more)
    await (await desk.room.enter(cast.ada)).ok("restore_message", id=said, reason="The words alone do no harm")
    assert await desk.shown(said) is not None
    assert any("is shown again" in sentence for sentence in await desk.told(cast.rosa))
    appeal = await desk.appeal(cast.rosa, decision)
    assert appeal.status == 201, appeal.text
    outcome = {"outcome": "overturned", "reason": "It was no reason to keep you out"}
    path = f"/appeals/{appeal.json['id']}/decision"
    assert (await desk.house.caller(cast.dee).post(path, outcome)).status == 204
    rosa = await desk.room.enter(cast.rosa)
    assert (await rosa.say("I am back, thank you"))["ok"]
    assert await desk.shown(said) is not None


async def test_a_hide_that_a_host_took_back_leaves_nothing_to_appeal(desk: Desk, cast: Cast) -> None:
    said = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, said, "hide")
    await (await desk.room.enter(cast.ada)).ok("restore_message", id=said, reason="It does no harm")
    assert (await desk.appeal(cast.rosa, decision)).status == 409
