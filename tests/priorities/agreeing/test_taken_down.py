"""Once moderators took down what a panel adopted, it can still change the rest of what it agreed."""

import json

from foundation.models import AuditEntry, AuditPersonal
from priorities.acting.models import Priority
from priorities.agreeing.models import Agreement
from priorities.models import Proposal, ProposalState
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.priorities.acting.agreed import did
from tests.priorities.acting.deciding import decided
from tests.priorities.agreeing.sitting import Sitting


async def taken_down(sitting: Sitting, number: int) -> Priority:
    """What was adopted of one of the options, whose proposal is hidden now."""
    await Proposal.filter(id=sitting.options[number]).update(state=ProposalState.HIDDEN)
    return await Priority.get(option_id=sitting.options[number])


async def test_the_others_are_changed_and_it_stays_as_it_was(
    sitting: Sitting, house: House, cast: Cast, browser: NewBrowser
) -> None:
    assert (await sitting.agree(0, 1, 2)).status == 200
    before = await taken_down(sitting, 2)
    await did(before.id, cast.ada.id)
    ada, path = browser(cast.ada), f"/rounds/{sitting.round_id}/panel"
    assert "A proposal that moderators took down" in (await ada.get(path)).text
    query = "&".join(f"option={option}" for option in sitting.options[:3])
    form = await ada.get(f"{path}/agree?{query}")
    assert "It stays as it is." in form.text
    assert f"promise-{sitting.options[2]}" not in form.text
    assert "Why does the panel depart from the vote?" not in form.text
    fields = {
        f"{name}-{option}": value
        for option in sitting.options[:2]
        for name, value in (("promise", "Another."), ("owner_role", "team"), ("next_update_on", await _day(option)),
                            ("kept_version", "1"))
    }  # fmt: skip
    sent = await ada.post(
        f"{path}/agree", options=",".join(sitting.options[:3]), version="1", why="We can do more.", **fields
    )
    assert sent.status == 303, sent.text
    after = {row.option_id: row.promise for row in await Priority.filter(round_id=sitting.round_id)}
    assert after == {
        sitting.options[0]: "Another.", sitting.options[1]: "Another.", sitting.options[2]: before.promise,
    }  # fmt: skip
    agreement = await Agreement.get()
    assert set(agreement.agreed) == set(agreement.advised) == set(sitting.options[:3])


async def test_without_it_the_panel_does_not_depart_from_the_vote(sitting: Sitting) -> None:
    assert (await sitting.agree(0, 1, 2)).status == 200
    await taken_down(sitting, 2)
    assert (await sitting.agree(0, 1, version=1, why="It was taken down.")).status == 200
    agreement = await Agreement.get()
    assert agreement.agreed == sitting.options[:2]
    assert set(agreement.advised) == set(sitting.options[:2])


async def test_what_was_not_adopted_before_is_not_adopted_now(sitting: Sitting) -> None:
    assert (await sitting.agree(0, 1, reason="Two are enough.")).status == 200
    await Proposal.filter(id=sitting.options[2]).update(state=ProposalState.HIDDEN)
    refused = await sitting.agree(0, 1, 2, version=1, why="More.")
    assert refused.status == 422
    assert "taken down" in refused.text


async def test_what_was_promised_is_whole_in_the_record_once_it_is_put_back(
    sitting: Sitting, house: House, cast: Cast
) -> None:
    assert (await sitting.agree(0, 3, reason="Litter is in everybody’s way.")).status == 200
    await Priority.filter(option_id=sitting.options[3]).update(promise="A van comes on Mondays.", owner_rank="PC")
    down = await decided(house, cast, (await Priority.get(option_id=sitting.options[3])).id, "hide")
    changed = await sitting.agree(
        0, 3, reason="Litter first.", why="We heard more.", version=(await Agreement.get()).version
    )
    assert changed.status == 200, changed.text
    path = f"/rounds/{sitting.round_id}/panel"
    for shown in (changed.text, (await house.caller().get(path)).text, await sitting.page()):
        assert "A van comes on Mondays." not in shown
        assert "Litter is in everybody’s way." not in shown
    undone = await house.caller(cast.mo).post(f"/decisions/{down['decision']}/undo")
    assert undone.status == 204, undone.text
    [change] = (await house.caller().get(path)).json["agreement"]["changes"]
    assert [one["promise"] for one in change["promised"]] == [
        "We patrol there every evening.",
        "A van comes on Mondays.",
    ]
    assert change["reason"] == "Litter is in everybody’s way."
    entry = await AuditEntry.get(act="panel.change")
    details: JSON = json.loads((await AuditPersonal.get(id=entry.id)).details)
    for each in ("before", "agreed"):
        assert details[each]["promised"][1]["promise"] == "A van comes on Mondays.", each
        assert details[each]["promised"][1]["owner_role"] == "neighbourhood team", each
    assert details["before"]["reason"] == "Litter is in everybody’s way."


async def _day(option: str) -> str:
    return str((await Priority.get(option_id=option)).next_update_on)
