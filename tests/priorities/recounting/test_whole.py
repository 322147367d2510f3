"""From a vote to a stranger’s recount: the published file, counted again, is the result that the server published."""

from pathlib import Path

import pytest

import priorities.recount
from priorities.models import Phase
from tests.cast import Cast
from tests.house import House
from tests.priorities.poll import Poll


@pytest.mark.parametrize("method", ["approval", "points", "ranking"])
async def test_a_stranger_counts_what_rosa_and_amir_cast(
    poll: Poll, cast: Cast, house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str], method: str
):
    round_id = await poll.begin(Phase.VOTE, method=method)
    first, second, *_rest = await poll.options(round_id)
    for member, named in ((cast.rosa, [first, second]), (cast.amir, [second])):
        choices = [{"id": each, "points": 5} for each in named] if method == "points" else named
        assert (await poll.cast_ballot(member, round_id, choices)).status == 200
    await poll.move_to(round_id, Phase.AGREE)
    ballots, results = tmp_path / "ballots.json", tmp_path / "results.json"
    anybody = house.caller(None)
    ballots.write_text((await anybody.get(f"/rounds/{round_id}/ballots")).text)
    results.write_text((await anybody.get(f"/rounds/{round_id}/results")).text)
    assert priorities.recount.recount(ballots, results) == 0, capsys.readouterr().out
    said = capsys.readouterr().out
    assert "2 ballots, 4 options, 3 places" in said
    assert "ok     the statement is signed with the key that it names" in said
    whole = ballots.read_text()
    assert "closed: 20" in whole
    ballots.write_text(whole.replace("closed: 20", "closed: 19"))
    assert priorities.recount.recount(ballots) == 1
    assert "WRONG  the statement is signed with the key that it names" in capsys.readouterr().out
    ballots.write_text(whole)
    results.write_text(results.read_text().replace('"ballots":2', '"ballots":3'))
    assert priorities.recount.recount(ballots, results) == 1
