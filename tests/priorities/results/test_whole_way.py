"""From people’s own ballots to the page, with nothing made up between."""

from priorities.models import Phase
from tests.cast import Cast
from tests.house import House
from tests.priorities.poll import Poll


async def test_what_rosa_and_amir_chose_is_the_result(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE, places=1, quorum=2)
    speeding, bikes, noise, _litter = await poll.options(round_id)
    assert (await poll.cast_ballot(cast.rosa, round_id, [speeding, bikes])).status == 200
    assert (await poll.cast_ballot(cast.amir, round_id, [bikes, noise])).status == 200
    await poll.move_to(round_id, Phase.AGREE)
    found = (await house.caller().get(f"/rounds/{round_id}/results")).json
    assert found["plain"][0] == {"id": bikes, "votes": 2, "elected": True}
    assert found["equal_shares"][0] == found["plain"][0]
    assert (found["ballots"], found["quorum_met"], found["advice"]) == (2, True, "equal_shares")
    [(label, tier)] = found["by_tier"].items()
    assert (label, tier["ballots"]) == ("email", 2)
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "2 people voted." in page
    assert (await poll.row(round_id))["seed"] in page


async def test_points_and_rankings_are_no_people(poll: Poll, house: House, cast: Cast) -> None:
    for method, choices in (("points", "points"), ("ranking", "order")):
        round_id = await poll.begin(Phase.VOTE, method=method)
        first, second, *_rest = await poll.options(round_id)
        given = [{"id": first, "points": 7}, {"id": second, "points": 3}] if choices == "points" else [first, second]
        assert (await poll.cast_ballot(cast.rosa, round_id, given)).status == 200
        await poll.move_to(round_id, Phase.AGREE)
        found = (await house.caller().get(f"/rounds/{round_id}/results")).json
        assert found["equal_shares"] is None
        page = (await house.page(f"/rounds/{round_id}/results")).text
        assert "%" not in page.partition('id="votes"')[2].partition("</table>")[0]
        assert "Equal shares" not in page
