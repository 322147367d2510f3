"""What is published at the close, and that nothing of it is before."""

from pathlib import Path

import pytest

from priorities.closing.published import digest_of
from priorities.models import Phase, Proposal
from priorities.recount import recount
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import IDEAS, Poll

DOORS = ("ballots", "results", "close", "receipts/0123456789abcdef")


async def test_before_the_close_there_is_nothing_at_any_door_for_anybody(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    receipt = (await poll.cast_ballot(cast.rosa, round_id, options[:1])).json["receipt"]
    for member in (None, cast.rosa, cast.ada, cast.dee, cast.mo):
        for door in (*DOORS, f"receipts/{receipt}"):
            answer = await poll.house.caller(member).get(f"/rounds/{round_id}/{door}")
            assert answer.status == 404, (door, member)
        page = await poll.house.page(f"/rounds/{round_id}/receipts", member)
        assert page.status == 200
        assert receipt not in page.text
        assert (await poll.house.page(f"/rounds/{round_id}/receipts.txt", member)).status == 404


async def test_a_receipt_is_found_as_it_was_given_and_as_people_type_it(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    other = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    old = (await poll.cast_ballot(cast.rosa, round_id, options[:1])).json["receipt"]
    receipt = (await poll.cast_ballot(cast.rosa, round_id, options[1:2])).json["receipt"]
    await poll.move_to(round_id, Phase.AGREE)
    caller = poll.house.caller()
    found = await caller.get(f"/rounds/{round_id}/receipts/{receipt}")
    assert (found.status, found.json) == (200, {"counted": True})
    assert (await caller.get(f"/rounds/{round_id}/receipts/{receipt[:4]}-{receipt[4:].upper()}")).status == 200
    assert (await caller.get(f"/rounds/{round_id}/receipts/{old}")).status == 404, "the last one counts"
    assert (await caller.get(f"/rounds/{other}/receipts/{receipt}")).status == 404, "of another round"
    reader = browser()
    page = await reader.get(f"/rounds/{round_id}/receipts")
    assert receipt in page.text
    typed = f" {receipt[:8].upper()} - {receipt[8:]}"
    assert "Counted." in (await reader.post(f"/rounds/{round_id}/receipts", receipt=typed)).text
    assert "Not found." in (await reader.post(f"/rounds/{round_id}/receipts", receipt=old)).text
    assert "Not found." in (await reader.post(f"/rounds/{round_id}/receipts", receipt="<b>")).text
    assert (await poll.house.page(f"/rounds/{round_id}/receipts.txt")).text == f"{receipt}\n"


async def test_the_file_is_the_one_that_was_signed_whatever_is_taken_down_later(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    await poll.cast_ballot(cast.rosa, round_id, options[:2])
    await poll.move_to(round_id, Phase.AGREE)
    file = (await poll.house.caller().get(f"/rounds/{round_id}/ballots")).json
    assert file["ballots"] == [{"tier": "email", "choices": options[:2]}]
    assert {option["title"] for option in file["options"]} == set(IDEAS)
    assert digest_of(file) == file["sha256"]
    assert f"sha256: {file['sha256']}\n" in file["statement"]
    await Proposal.filter(id=options[0]).update(state="hidden")
    answer = await poll.house.caller().get(f"/rounds/{round_id}/ballots")
    assert IDEAS[0] not in answer.text
    assert digest_of(answer.json) == file["sha256"]
    assert all(option["stands"] for option in answer.json["options"]), "it stood when the vote closed"


async def test_a_stranger_recounts_the_published_file(
    poll: Poll, cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    await poll.cast_ballot(cast.rosa, round_id, options[:2])
    await poll.cast_ballot(cast.amir, round_id, options[1:3])
    await poll.move_to(round_id, Phase.AGREE)
    await Proposal.filter(id=options[0]).update(state="hidden")
    file, results = tmp_path / "ballots.json", tmp_path / "results.json"
    file.write_text((await poll.house.caller().get(f"/rounds/{round_id}/ballots")).text)
    results.write_text((await poll.house.caller().get(f"/rounds/{round_id}/results")).text)
    assert recount(file, results) == 0, capsys.readouterr().out
    file.write_text(file.read_text().replace(options[3], "x"))
    assert recount(file, results) == 1
    assert "WRONG  it is the file that the signed statement in it names" in capsys.readouterr().out


async def test_what_was_signed_can_be_read(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:2])
    await poll.move_to(round_id, Phase.AGREE)
    said = (await poll.house.caller().get(f"/rounds/{round_id}/close")).json
    assert said["ballots"] == 1
    assert said["ours"] is True
    assert f"key: {said['public_key']}" in said["statement"]


@pytest.mark.parametrize("receipt", ["x", "0" * 64, "%00", "….", "a b", "0123456789abcde'"])
async def test_odd_receipts_are_just_not_found(poll: Poll, receipt: str) -> None:
    round_id = await poll.begin(Phase.AGREE)
    await poll.house.run_jobs()
    assert (await poll.house.caller().get(f"/rounds/{round_id}/receipts/{receipt}")).status == 404
