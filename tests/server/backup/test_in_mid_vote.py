"""A backup that is taken while people vote, and a server that goes on from it."""

from datetime import timedelta
from pathlib import Path

from foundation import clock
from foundation.settings import Settings
from priorities.ballots.models import RoundKey
from priorities.models import Phase
from server.backup_command import backup, restore
from tests.cast import Cast
from tests.house import House
from tests.priorities.poll import WEEK, Poll


async def test_ballots_of_before_count_and_cannot_be_changed_and_who_did_not_vote_still_can(
    settings: Settings, empty: Settings, tmp_path: Path, cast: Cast
):
    house = House(settings)
    await house.open()
    poll = Poll(house, cast)
    round_id = await poll.begin(Phase.VOTE, quorum=1)
    first, second, *_rest = await poll.options(round_id)
    assert (await poll.cast_ballot(cast.rosa, round_id, [first])).status == 200
    key = (await RoundKey.get(id=round_id)).key
    await house.close()
    await backup(settings, tmp_path / "kept.jsonl")
    kept = (tmp_path / "kept.jsonl").read_text()
    assert key not in kept
    assert kept.count(cast.rosa.id) > 0

    assert await restore(empty, tmp_path / "kept.jsonl") == 0
    restored = House(empty)
    await restored.open()
    try:
        poll = Poll(restored, cast)
        refused = await poll.cast_ballot(cast.rosa, round_id, [second])
        assert refused.status == 409
        assert "restored from a backup" in refused.json["detail"]
        assert (await poll.cast_ballot(cast.amir, round_id, [second])).status == 200
        clock.move(WEEK + timedelta(minutes=1))
        await restored.run_jobs()
        await restored.run_jobs()
        result = (await restored.caller(None).get(f"/rounds/{round_id}/results")).json
        assert result["ballots"] == 2
        assert {one["id"]: one["votes"] for one in result["plain"] if one["votes"]} == {first: 1, second: 1}
    finally:
        await restored.close()
