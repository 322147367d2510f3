"""An open page hears that something is new, and nothing else: no words, no figures, nothing of a round not begun."""

from datetime import timedelta

from priorities.models import Phase
from tests.cast import HOME, Cast
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.rounds.test_as_json import new_round


async def test_a_move_is_heard_and_says_nothing_but_that(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    live = await house.live(cast.amir)
    assert (await live.ok("follow_round", round=round_id))["version"] == (await poll.row(round_id))["version"]
    row = await poll.row(round_id)
    later = {"reason": "More time.", "agree_at": (row["agree_at"] + timedelta(days=1)).isoformat()}
    assert (await house.caller(cast.ada).post(f"/rounds/{round_id}/dates", later)).status == 200
    assert await live.wait("round_changed") == {"round": round_id}
    assert (await live.ok("follow_round", round=round_id))["version"] > row["version"]


async def test_who_follows_one_round_hears_of_no_other(poll: Poll, house: House, cast: Cast) -> None:
    first, second = await poll.begin(Phase.GATHER, ideas=()), await poll.begin(Phase.GATHER, ideas=())
    live = await house.live(cast.amir)
    await live.ok("follow_round", round=first)
    await live.ok("follow_round", round=second)
    for round_id in (first, second):
        await house.caller(cast.ada).patch(f"/rounds/{round_id}", {"title": "Another name"})
    await live.wait("round_changed", round=second)
    await live.quiet()
    assert [heard["round"] for heard in live.of("round_changed")] == [second]


async def test_a_round_that_has_not_begun_is_its_staff_s(house: House, cast: Cast) -> None:
    planned = (await house.caller(cast.ada).post(f"/neighbourhoods/{HOME}/rounds", new_round())).json["id"]
    assert (await (await house.live(cast.amir)).refused("follow_round", round=planned))["code"] == "not_found"
    assert (await (await house.live(cast.ada)).ok("follow_round", round=planned))["version"] >= 1
    assert (await (await house.live(cast.amir)).refused("follow_priority", priority=planned))["code"] == "not_found"


async def test_support_is_nothing_that_open_pages_wait_for(poll: Poll, house: House, cast: Cast) -> None:
    """They would all ask again at every tap, and say that something is new."""
    round_id = await poll.begin(Phase.GATHER)
    [first, *_rest] = await poll.options(round_id)
    live = await house.live(cast.rosa)
    version = (await live.ok("follow_round", round=round_id))["version"]
    amir = house.caller(cast.amir)
    assert (await amir.put(f"/proposals/{first}/support")).status == 204
    assert (await amir.get(f"/proposals/{first}")).json["supporters"] == 1
    assert (await amir.delete(f"/proposals/{first}/support")).status == 204
    await live.quiet()
    assert live.of("round_changed") == []
    assert (await live.ok("follow_round", round=round_id))["version"] == version
