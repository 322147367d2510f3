"""Two proposals are put together: which of them can be, by whom, and what becomes of the one that goes in."""

import pytest

from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.models import SearchEntry
from priorities.models import Option, Phase, Proposal, ProposalState
from priorities.proposals.merging.moving_service import move_support
from priorities.proposals.merging.service import merge, unmerge
from priorities.proposals.models import Merge
from priorities.proposals.refusing.service import refuse
from priorities.proposals.supporting.service import support
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.merging.pair import WHY, supporters


async def test_ada_chooses_the_one_that_is_most_alike(
    poll: Poll, cast: Cast, two: tuple[str, str, str], browser: NewBrowser
) -> None:
    round_id, old, into = two
    other = await poll.proposal(round_id, title="Noise in the park")
    ada = browser(cast.ada)
    page = (await ada.get(f"/proposals/{old}/merge")).text
    assert page.index(into) < page.index(other), "the one that is alike comes first"
    again = await ada.post(f"/proposals/{old}/merge", into=into, reason="")
    assert again.status == 422
    assert f'value="{into}" checked' in again.text, "what was chosen is not lost"
    done = await ada.post(f"/proposals/{old}/merge", into=into, reason=WHY)
    assert (done.status, done.headers["Location"]) == (303, f"/proposals/{old}")
    assert (await ada.post(f"/proposals/{old}/unmerge")).status == 303
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED


async def test_the_merged_one_stays_to_be_read_and_is_not_voted_on(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    page = (await poll.house.page(f"/proposals/{old}")).text
    assert WHY in page
    assert f'href="/proposals/{into}"' in page
    assert "Support that went along: 0 of 2." in (await poll.house.page(f"/proposals/{into}")).text
    assert await SearchEntry.filter(target_id=old).count() == 0
    with pytest.raises((Conflict, NotFound)):
        await support(poll.house.app, cast.rosa.viewer, old, wanted=True)
    await poll.move_to(round_id, Phase.VOTE)
    assert {option.id for option in await Option.filter(round_id=round_id)} == {into}
    for refused in (
        move_support(poll.house.app, cast.rosa.viewer, old, moved=True),
        unmerge(poll.house.app, cast.ada.viewer, old),
        merge(poll.house.app, cast.ada.viewer, into, old, WHY),
    ):
        with pytest.raises(Conflict):
            await refused
    assert await supporters(into) == {cast.amir.id}


async def test_what_others_are_part_of_is_not_refused(poll: Poll, cast: Cast, two: tuple[str, str, str]) -> None:
    _round, old, into = two
    app = poll.house.app
    await merge(app, cast.ada.viewer, old, into, WHY)
    with pytest.raises(Conflict):
        await refuse(app, cast.ada.viewer, into, WHY)
    await unmerge(app, cast.ada.viewer, old)
    await refuse(app, cast.ada.viewer, into, WHY)
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED


async def test_only_what_can_be_put_together_is(poll: Poll, cast: Cast, two: tuple[str, str, str]) -> None:
    round_id, old, into = two
    app, ada = poll.house.app, cast.ada.viewer
    elsewhere = await poll.proposal(await poll.begin(Phase.GATHER, ()))
    held = await poll.proposal(round_id, state=ProposalState.HELD)
    for wrong, refusal in (("", Invalid), (old, Invalid), (elsewhere, Invalid), ("0" * 16, Invalid), (held, Conflict)):
        with pytest.raises(refusal):
            await merge(app, ada, old, wrong, WHY)
    with pytest.raises(Invalid):
        await merge(app, ada, old, into, "  ")
    with pytest.raises(NotFound):
        await merge(app, ada, held, into, WHY)
    await merge(app, ada, old, into, WHY)
    with pytest.raises(Conflict):
        await merge(app, ada, into, old, WHY)
    assert await Merge.all().count() == 1


async def test_residents_and_staff_of_elsewhere_put_nothing_together(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    for who, status in (
        (None, 401), (cast.rosa, 403), (cast.gwen, 403), (cast.olga, 403), (cast.nia, 403), (cast.max, 403),
        (cast.mo, 403),
    ):  # fmt: skip
        caller = poll.house.caller(who)
        assert (await caller.put(f"/proposals/{old}/merge", {"into": into, "reason": WHY})).status == status, who
        assert (await caller.delete(f"/proposals/{old}/merge")).status == status, who
    dee = poll.house.caller(cast.dee)
    assert (await dee.put(f"/proposals/{old}/merge", {"into": into, "reason": WHY})).status == 204
    with pytest.raises(NotAllowed):
        await move_support(poll.house.app, cast.olga.viewer, old, moved=True)
    [gone] = (await poll.house.caller().get(f"/rounds/{round_id}/refused")).json["merged"]
    assert (gone["id"], gone["into"]) == (old, {"id": into, "title": "Bikes stolen at the station"})
    [told] = (await poll.house.caller().get(f"/proposals/{old}/merges")).json["items"]
    assert (told["other"]["id"], told["retired"], told["reason"], told["moved"]) == (into, True, WHY, 0)
    moved = await poll.house.caller(cast.rosa).put(f"/proposals/{old}/support/moved", {"moved": True})
    assert moved.status == 204
    assert cast.rosa.id in await supporters(into)
    assert (await dee.delete(f"/proposals/{old}/merge")).status == 204
    assert await supporters(into) == {cast.amir.id}
