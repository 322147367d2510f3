"""Nobody hears live of what they may not read."""

import pytest

from tests.cast import Cast
from tests.forums.outsiders.doors import Scene
from tests.forums.outsiders.knocking import OUTSIDERS, member_named

_OUT = ("suspended", "left")


@pytest.mark.parametrize("name", [name for name in OUTSIDERS if name not in ("reader", "nia")])
async def test_an_outsider_hears_nothing_of_it(scene: Scene, cast: Cast, name: str) -> None:
    member = await member_named(cast, name)
    assert member is not None
    if name in _OUT:
        assert await scene.house.refuses_live({"token": member.token}), "their session is over"
        return
    live = await scene.house.live(member)
    assert (await live.emit("follow_topic", {"topic": scene.ids["topic"][0]}))["ok"] is True, "everybody hears of it"
    for topic in scene.ids["topic"][1:]:
        assert (await live.emit("follow_topic", {"topic": topic}))["error"]["code"] == "not_found"
    assert (await live.emit("follow_forum", {"forum": scene.ids["forum"][1]}))["error"]["code"] == "not_found"
