"""The panel agrees: what it adopts is the team's work from then on, and where it departs from the vote it says why."""

import asyncio
import json

import pytest

from foundation.models import AuditEntry, AuditPersonal
from priorities.acting.models import Action, Priority
from priorities.models import Phase, Proposal, Round
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.priorities.agreeing.sitting import Sitting, in_weeks, name
from tests.priorities.poll import IDEAS, Poll
from tests.priorities.results.counted import hold_jobs


async def test_ada_adopts_what_the_vote_advises(sitting: Sitting, house: House, cast: Cast) -> None:
    answer = await sitting.agree(0, 1, 2)
    assert answer.status == 200, answer.text
    assert answer.json["agreement"]["agreed"] == sitting.options[:3]
    rows = await Priority.filter(round_id=sitting.round_id).order_by("position")
    assert [row.title for row in rows] == list(IDEAS[:3])
    assert {row.status for row in rows} == {"open"}
    assert {row.owner_rank for row in rows} == {"Sgt"}
    page = await sitting.page()
    assert "The panel follows the vote." in page
    assert "We patrol there every evening." in page
    results = (await house.page(f"/rounds/{sitting.round_id}/results", cast.amir)).text
    assert "What the panel agreed" in results
    assert [row.act for row in await AuditEntry.filter(subject_id=sitting.round_id, act="panel.agree")]


async def test_without_a_reason_it_departs_from_nothing(sitting: Sitting) -> None:
    refused = await sitting.agree(0, 3)
    assert refused.status == 422
    assert [error["field"] for error in refused.json["errors"]] == ["reason"]
    assert not await Priority.exists()
    assert (await sitting.agree(0, 3, reason="Litter is the council’s, and they act now.")).status == 200
    page = await sitting.page()
    assert "The panel departs from the vote." in page
    assert "Litter is the council’s, and they act now." in page
    assert "The vote advised:" in page


async def test_it_adopts_no_more_than_there_are_places(sitting: Sitting) -> None:
    assert (await sitting.agree(0, 1, 2, 3, reason="All of them.")).status == 422
    assert (await sitting.agree()).status == 422
    assert (await sitting.agree(0, 0)).status == 422


async def test_what_was_taken_down_is_not_adopted(sitting: Sitting) -> None:
    await Proposal.filter(id=sitting.options[1]).update(state="hidden")
    assert (await sitting.agree(0, 1, 2, reason="We want it.")).status == 422


async def test_another_rounds_option_is_not_adopted(sitting: Sitting, poll: Poll) -> None:
    other = await poll.begin(Phase.VOTE)
    sitting.options[0] = (await poll.options(other))[0]
    assert (await sitting.agree(0, reason="From elsewhere.")).status == 422


async def test_before_the_round_acts_it_is_changed_with_a_reason(sitting: Sitting) -> None:
    await sitting.agree(0, 1, 2)
    kept = {row.option_id: row.id for row in await Priority.filter(round_id=sitting.round_id)}
    without = await sitting.agree(0, 1, reason="One is solved.", version=1)
    assert [error["field"] for error in without.json["errors"]] == ["why"]
    assert (await sitting.agree(0, 1, reason="One is solved.", why="The lamp is mended.", version=1)).status == 200
    rows = await Priority.filter(round_id=sitting.round_id).order_by("position")
    assert [row.id for row in rows] == [kept[option] for option in sitting.options[:2]]
    page = await sitting.page()
    assert "The lamp is mended." in page
    assert IDEAS[2] in page


async def test_what_it_promises_anew_is_found_and_what_it_promised_before_is_not(
    sitting: Sitting, house: House, cast: Cast
) -> None:
    await sitting.agree(0, 1, 2)
    row = await Priority.get(option_id=sitting.options[0])
    anew = {
        "id": sitting.options[0], "kept_version": row.kept_version, "owner_role": "neighbourhood team",
        "promise": "A speed camera by the school.", "next_update": in_weeks(4),
    }  # fmt: skip
    change = {"options": [anew], "reason": "One.", "why": "The others are solved.", "version": 1}
    assert (await house.caller(cast.ada).post(f"/rounds/{sitting.round_id}/agreement", change)).status == 200

    async def found(words: str) -> list[str]:
        return [hit["id"] for hit in (await house.caller().get(f"/search?q={words}&kind=priority")).json["items"]]

    assert await found("camera") == [row.id]
    assert await found("patrol") == []


async def test_what_stood_there_before_a_change_can_be_read_again(sitting: Sitting, house: House, cast: Cast) -> None:
    await sitting.agree(0, 3, reason="Litter is in everybody’s way.")
    first = await Priority.get(option_id=sitting.options[3])
    assert (await sitting.agree(0, 1, reason="Bikes come first.", why="We heard more.", version=1)).status == 200
    [change] = (await house.caller().get(f"/rounds/{sitting.round_id}/panel")).json["agreement"]["changes"]
    assert change["reason"] == "Litter is in everybody’s way."
    assert {one["promise"] for one in change["promised"]} == {first.promise}
    page = await sitting.page()
    assert "Litter is in everybody’s way." in page
    assert "Promised before:" in page
    entry = await AuditEntry.get(act="panel.change")
    details: JSON = entry.details
    assert details["before"] == [sitting.options[0], sitting.options[3]]
    words = json.loads((await AuditPersonal.get(id=entry.id)).details)
    assert words["before"]["reason"] == "Litter is in everybody’s way."
    assert words["agreed"]["reason"] == "Bikes come first."
    kept = str(await AuditEntry.filter(act__startswith="panel.").values_list("details", flat=True))
    assert [each for each in ("Litter", "patrol", "neighbourhood team") if each in kept] == [], "these can be erased"


async def test_an_old_form_does_not_undo_what_a_colleague_promised(sitting: Sitting, house: House, cast: Cast) -> None:
    await sitting.agree(0, 1, 2)
    row = await Priority.get(option_id=sitting.options[0])
    old = {
        "id": sitting.options[0], "kept_version": row.kept_version, "owner_role": "neighbourhood team",
        "promise": "Less.", "next_update": in_weeks(8),
    }  # fmt: skip
    sent = {
        "owner_role": "beat manager", "promise": "A patrol every night.", "next_update": in_weeks(8),
        "kept_version": row.kept_version,
    }  # fmt: skip
    kept = await house.caller(cast.huw).patch(f"/priorities/{row.id}", sent)
    assert kept.status == 200, kept.text
    change = {"options": [old], "reason": "One.", "why": "One.", "version": 1}
    assert (await house.caller(cast.ada).post(f"/rounds/{sitting.round_id}/agreement", change)).status == 409
    assert (await Priority.get(id=row.id)).promise == "A patrol every night."


async def test_who_is_concerned_hears_of_a_change(sitting: Sitting, house: House, cast: Cast) -> None:
    await sitting.agree(0, 1, 2)
    gone = await Priority.get(option_id=sitting.options[2])
    assert (await house.caller(cast.amir).put(f"/priorities/{gone.id}/follow")).status == 204
    await sitting.agree(0, 3, reason="Litter first.", why="We heard more.", version=1)
    rosa, amir = [
        [notice["sentence"] for notice in (await house.caller(who).get("/notices")).json["notices"]]
        for who in (cast.rosa, cast.amir)
    ]
    assert sum("your proposal is not among the priorities any more" in sentence for sentence in rosa) == 2
    assert sum("Your proposal was adopted" in sentence for sentence in rosa) == 4
    assert any("took a priority that you follow out" in sentence for sentence in amir)


async def test_officers_who_agree_alone_say_so(sitting: Sitting, house: House, cast: Cast) -> None:
    await sitting.agree(0, 1, 2)
    assert "officers agreed on this alone" in await sitting.page()
    await name(sitting, cast.rosa, cast.ada)
    await house.caller(cast.rosa).post(f"/rounds/{sitting.round_id}/panel/accept")
    await sitting.agree(0, 1, 2, why="Rosa sits with us.", version=1)
    assert "officers agreed on this alone" not in await sitting.page()


async def test_why_a_resident_is_taken_off_is_read_by_everybody(sitting: Sitting, house: House, cast: Cast) -> None:
    await name(sitting, cast.rosa, cast.ada)
    await house.caller(cast.rosa).post(f"/rounds/{sitting.round_id}/panel/accept")
    ada, path = house.caller(cast.ada), f"/rounds/{sitting.round_id}/panel/members/{cast.rosa.id}"
    assert (await ada.delete(path)).status == 422
    assert (await ada.post(f"{path}/remove", {"reason": ""})).status == 422
    assert (await ada.post(f"{path}/remove", {"reason": "She moved away."})).status == 204
    page = await sitting.page(cast.amir)
    assert "She moved away." in page
    assert "Rosa Jones" not in page
    assert (await AuditEntry.get(act="panel.take-off")).reason == "She moved away."


async def test_two_officers_write_at_once(sitting: Sitting, cast: Cast) -> None:
    await name(sitting, cast.huw, cast.ada)
    answers = await asyncio.gather(sitting.agree(0, 1, 2), sitting.agree(0, 1, reason="Fewer.", by=cast.huw))
    assert sorted(answer.status for answer in answers) == [200, 409]
    assert await Priority.filter(round_id=sitting.round_id).count() in (2, 3)
    late = await sitting.agree(0, reason="Fewer still.", why="So.", version=7)
    assert late.status == 409


async def test_what_something_was_done_about_is_not_taken_out(sitting: Sitting) -> None:
    await sitting.agree(0, 1, 2)
    row = await Priority.get(option_id=sitting.options[2])
    await Action.create(
        id="action", priority_id=row.id, body="b", html="b", client_id="c", created_at=row.created_at
    )  # fmt: skip
    refused = await sitting.agree(0, 1, reason="Less.", why="Less.", version=1)
    assert refused.status == 409
    assert IDEAS[2] in refused.json["detail"]
    assert await Priority.filter(round_id=sitting.round_id).count() == 3


async def test_once_the_round_acts_nothing_is_changed(sitting: Sitting) -> None:
    await sitting.agree(0, 1, 2)
    await Round.filter(id=sitting.round_id).update(phase=Phase.ACT)
    assert (await sitting.agree(0, 1, reason="r", why="w", version=1)).status == 409


async def test_a_panel_that_is_late_agrees_all_the_same(sitting: Sitting) -> None:
    await Round.filter(id=sitting.round_id).update(phase=Phase.ACT)
    assert (await sitting.agree(0, 1, 2)).status == 200


@pytest.mark.parametrize("phase", [Phase.VOTE, Phase.AGREE])
async def test_before_the_close_nobody_agrees(poll: Poll, house: House, cast: Cast, phase: Phase) -> None:
    """Also while the vote is over and not counted yet."""
    hold_jobs(house)
    round_id = await poll.begin(phase)
    assert (await poll.row(round_id))["closed_at"] is None
    sitting = Sitting(house, cast, round_id, await poll.options(round_id))
    await name(sitting, cast.ada, cast.ada)
    assert (await sitting.agree(0)).status == 409
    assert "The panel agrees once the vote has closed" in await sitting.page(cast.ada)


async def test_only_officers_on_the_panel_write_it_down(sitting: Sitting, cast: Cast) -> None:
    for member in (cast.huw, cast.nia, cast.mo, cast.max, cast.rosa, cast.olga):
        assert (await sitting.agree(0, 1, 2, by=member)).status == 403, member.name
    await name(sitting, cast.rosa, cast.ada)
    await sitting.house.caller(cast.rosa).post(f"/rounds/{sitting.round_id}/panel/accept")
    assert (await sitting.agree(0, 1, 2, by=cast.rosa)).status == 403


async def test_who_proposed_it_is_told_what_became_of_it(sitting: Sitting, house: House, cast: Cast) -> None:
    await sitting.agree(0, 1, reason="Two are enough.")
    told = [notice["sentence"] for notice in (await house.caller(cast.rosa).get("/notices")).json["notices"]]
    assert sum("Your proposal was adopted" in sentence for sentence in told) == 2


async def test_who_leaves_out_what_was_taken_down_departs_from_nothing(sitting: Sitting) -> None:
    await Proposal.filter(id=sitting.options[1]).update(state="hidden")
    agreed = await sitting.agree(0, 2)
    assert agreed.status == 200, agreed.text
    assert agreed.json["agreement"]["advised"] == [sitting.options[0], sitting.options[2]]
    assert "The panel follows the vote." in await sitting.page()
    await Proposal.filter(id=sitting.options[0]).update(state="hidden")
    assert "The panel follows the vote." in await sitting.page(), "it was there when they agreed"
