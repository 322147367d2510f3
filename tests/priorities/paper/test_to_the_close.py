"""Paper, letters and accounts come together at the close, and then nothing leads from a slip to a ballot."""

from priorities.ballots.models import Ballot, Code, Receipt, Slip, Voted
from priorities.models import Phase
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll


async def test_every_way_to_vote_is_in_one_count(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    ada = poll.house.caller(cast.ada)
    sent = await ada.post(f"/rounds/{slips.round}/letters", {"addresses": [{**JANE, "name": "Sam Roe"}]})
    body = {"choices": options[1:2], "code": sent.json["letters"][0]["code"]}
    assert (await poll.house.caller().put(f"/rounds/{slips.round}/ballot", body)).status == 200
    assert (await poll.cast_ballot(cast.amir, slips.round, options[:1])).status == 200
    for serial, to in ((1, JANE), (2, {"person": cast.rosa.id}), (3, {**JANE, "house": "99"})):
        assert (await slips.issue(serial, **to)).status == 204
    assert await slips.read_by_two(1, options[:1]) == "counted"
    assert await slips.read_by_two(2, options[2:3]) == "counted"
    await slips.read(3, options[3:4], cast.ada)
    assert (await slips.counts()) == {
        "printed": 10, "left": 7, "out": 1, "read_once": 1, "differing": 0, "counted": 2, "spoiled": 0
    }  # fmt: skip
    await poll.move_to(slips.round, Phase.AGREE)
    assert (await poll.row(slips.round))["closed_at"], "it must be sealed for the rest to mean anything"
    reader = poll.house.caller()
    results = (await reader.get(f"/rounds/{slips.round}/results")).json
    votes = {each["id"]: each["votes"] for each in results["plain"]}
    assert (results["ballots"], [votes[option] for option in options]) == (4, [2, 1, 1, 0])
    for serial, status in ((1, 200), (2, 200), (3, 404)):
        looked = await reader.get(f"/rounds/{slips.round}/receipts/{slips.receipts[serial]}")
        assert looked.status == status, "what was torn off says whether the slip was counted"


async def test_after_the_close_nothing_leads_from_a_slip_to_a_ballot_or_a_person(
    poll: Poll, slips: Slips, cast: Cast
) -> None:
    options = await poll.options(slips.round)
    for serial in range(1, 6):
        await slips.issue(serial, **{**JANE, "house": str(serial)})
    for serial in (1, 2, 3):
        await slips.read_by_two(serial, options[serial - 1 : serial])
    await slips.read(4, options[:1], cast.ada)
    before = {row["voter"] for row in await Voted.all().values("voter")}
    await poll.move_to(slips.round, Phase.AGREE)
    kept = await Slip.filter(round_id=slips.round).values()
    assert {(row["receipt"], row["reading"], row["again"], row["read_by_id"]) for row in kept} == {
        ("", None, None, None)
    }
    after = {row["voter"] for row in await Voted.all().values("voter")}
    assert len(before) == len(after) == 5
    assert not before & after, "nobody can ask any more whether a name is on the list"
    assert {row["mark"] for row in await Ballot.all().values("mark")} == {None}
    assert {row["mark"] for row in await Receipt.all().values("mark")} == {None}
    ids = {row["id"] for row in kept} | {row["id"] for row in await Code.all().values("id")}
    others = [row["id"] for table in (Ballot, Receipt, Voted) for row in await table.all().values("id")]
    assert not ids & set(others)
    assert await tables_with("Jane") == set()
