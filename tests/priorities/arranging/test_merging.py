"""Two proposals are put together: whose support goes along says so, and silence leaves it where it was."""

import pytest

from accounts.ports import WORDS_LEAVE
from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.models import AuditEntry, SearchEntry
from notices.models import Notice
from priorities.models import Option, Phase, Proposal, ProposalState
from priorities.proposals.merging.moving_service import move_support
from priorities.proposals.merging.service import merge, unmerge
from priorities.proposals.models import Merge, Support
from priorities.proposals.refusing.service import refuse
from priorities.proposals.supporting.service import support
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import Ideas

WHY = "Both are about bikes at the station."


@pytest.fixture(params=[Phase.GATHER, Phase.SHAPE])
async def two(poll: Poll, request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """A round, a proposal that Rosa and Amir support, and the one that it belongs to, which Amir supports too."""
    round_id = await poll.begin(request.param, ())
    old = await poll.proposal(round_id, title="Bikes at the station")
    into = await poll.proposal(round_id, title="Bikes stolen at the station", author=poll.cast.amir)
    for who, which in ((poll.cast.rosa, old), (poll.cast.amir, old), (poll.cast.amir, into)):
        await support(poll.house.app, who.viewer, which)
    return round_id, old, into


async def _supporters(proposal: str) -> set[str]:
    people = {str(row.person_id) for row in await Support.filter(proposal_id=proposal)}
    assert (await Proposal.get(id=proposal)).supporters == len(people)
    return people


async def test_silence_leaves_the_support_and_one_tap_moves_it(
    poll: Poll, cast: Cast, two: tuple[str, str, str], browser: NewBrowser
) -> None:
    _round, old, into = two
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    assert await _supporters(into) == {cast.amir.id}, "nobody has said anything yet"
    [asked] = await Notice.filter(person_id=cast.rosa.id, kind="merge_asked")
    rosa = browser(cast.rosa)
    assert "Bikes at the station" in (await rosa.get("/notices")).text, "which one it is, as it is called now"
    page = await rosa.get(asked.path)
    assert WHY in page.text
    sent = await rosa.post(asked.path, moved="yes")
    assert sent.headers["Location"] == f"/proposals/{into}"
    assert await _supporters(into) == {cast.rosa.id, cast.amir.id}
    assert (await Notice.get(id=asked.id)).read_at is not None
    await rosa.get(asked.path)
    await rosa.post(asked.path, moved="no")
    assert await _supporters(into) == {cast.amir.id}, "until the vote they may think better of it"
    assert await _supporters(old) == {cast.rosa.id, cast.amir.id}, "what they supported stays noted"


async def test_support_that_moves_overtakes_nobody_who_writes(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    _round, old, into = two
    amir = poll.house.caller(cast.amir)
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    read = (await amir.get(f"/proposals/{into}")).json
    await move_support(poll.house.app, cast.rosa.viewer, old, moved=True)
    words = {"version": read["version"], "title": read["title"], "what": "They are stolen by day, too."}
    assert (await amir.patch(f"/proposals/{into}", words)).status == 200


async def test_being_put_together_and_taken_apart_changes_no_words(
    poll: Poll, cast: Cast, two: tuple[str, str, str], browser: NewBrowser
) -> None:
    _round, old, into = two
    rosa = poll.house.caller(cast.rosa)
    read = (await rosa.get(f"/proposals/{old}")).json
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    await unmerge(poll.house.app, cast.ada.viewer, old)
    ada = await browser(cast.ada).get(f"/proposals/{old}")
    assert f"/proposals/{old}/revisions" not in ada.text, "staff are offered no changes where none were"
    words = {"version": read["version"], "title": read["title"], "what": "They are stolen by day, too."}
    assert (await rosa.patch(f"/proposals/{old}", words)).status == 200, "what she has typed is not overtaken"
    assert f"/proposals/{old}/revisions" in (await browser(cast.ada).get(f"/proposals/{old}")).text


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
    assert await _supporters(into) == {cast.amir.id}


async def test_taken_apart_everybody_supports_what_they_did_before(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    _round, old, into = two
    app = poll.house.app
    await merge(app, cast.ada.viewer, old, into, WHY)
    for who in (cast.rosa, cast.amir):
        await move_support(app, who.viewer, old, moved=True)
    assert await _supporters(into) == {cast.rosa.id, cast.amir.id}
    await unmerge(app, cast.huw.viewer, old)
    assert await _supporters(old) == {cast.rosa.id, cast.amir.id}
    assert await _supporters(into) == {cast.amir.id}, "who supported both by themselves does so still"
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    [row] = await Merge.filter(retired_id=old)
    assert row.undone_at is not None, "the history stays"
    assert WHY in (await poll.house.page(f"/proposals/{old}")).text
    acts = await AuditEntry.filter(subject_id=old).order_by("id").values_list("act", "actor_id")
    assert acts == [("proposal.merge", cast.ada.id), ("proposal.unmerge", cast.huw.id)]
    with pytest.raises(NotFound):
        await unmerge(app, cast.ada.viewer, old)


async def test_support_goes_on_to_where_the_proposal_is_by_now(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app = poll.house.app
    last = await poll.proposal(round_id, title="Theft at the station")
    await merge(app, cast.ada.viewer, old, into, WHY)
    await merge(app, cast.ada.viewer, into, last, WHY)
    with pytest.raises(Conflict):
        await unmerge(app, cast.ada.viewer, old)
    assert await move_support(app, cast.rosa.viewer, old, moved=True) == last
    assert await _supporters(last) == {cast.rosa.id}
    await unmerge(app, cast.ada.viewer, into)
    assert (await _supporters(last), await _supporters(into)) == (set(), {cast.rosa.id, cast.amir.id})
    await unmerge(app, cast.ada.viewer, old)
    assert (await _supporters(into), await _supporters(old)) == ({cast.amir.id}, {cast.rosa.id, cast.amir.id})


async def test_support_is_taken_back_from_wherever_it_came_to(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app = poll.house.app
    last = await poll.proposal(round_id, title="Theft at the station")
    await merge(app, cast.ada.viewer, old, into, WHY)
    for who in (cast.rosa, cast.amir):
        await move_support(app, who.viewer, old, moved=True)
    await merge(app, cast.ada.viewer, into, last, WHY)
    for who in (cast.rosa, cast.amir):
        await move_support(app, who.viewer, into, moved=True)
    assert await _supporters(last) == {cast.rosa.id, cast.amir.id}
    for who in (cast.rosa, cast.amir):
        await move_support(app, who.viewer, old, moved=False)
    assert await _supporters(into) == {cast.amir.id}
    assert await _supporters(last) == {cast.amir.id}, "he supported the second one by himself, and said yes there"
    assert "Support that went along: 1 of 1." in (await poll.house.page(f"/proposals/{last}")).text


async def test_it_is_taken_out_also_where_what_it_went_into_was_hidden(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app = poll.house.app
    last = await poll.proposal(round_id, title="Theft at the station")
    await merge(app, cast.ada.viewer, old, into, WHY)
    await move_support(app, cast.rosa.viewer, old, moved=True)
    await merge(app, cast.ada.viewer, into, last, WHY)
    for who in (cast.rosa, cast.amir):
        await move_support(app, who.viewer, into, moved=True)
    await Proposal.filter(id=into).update(state=ProposalState.HIDDEN)
    await unmerge(app, cast.ada.viewer, old)
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    assert await _supporters(old) == {cast.rosa.id, cast.amir.id}
    assert await _supporters(last) == {cast.amir.id}, "whose support came from the hidden one itself"


async def test_taken_back_it_sets_free_what_was_part_of_it(poll: Poll, cast: Cast, two: tuple[str, str, str]) -> None:
    round_id, old, into = two
    app = poll.house.app
    await merge(app, cast.ada.viewer, old, into, WHY)
    await move_support(app, cast.rosa.viewer, old, moved=True)
    assert (await poll.house.caller(cast.amir).delete(f"/proposals/{into}")).status == 204
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    assert await _supporters(old) == {cast.rosa.id, cast.amir.id}
    assert (await Merge.get(retired_id=old)).undone_at is not None
    path = f"/proposals/{old}"
    assert await Notice.filter(person_id=cast.rosa.id, kind="proposal_decided", path=path).count() == 1
    assert await Notice.filter(person_id=cast.amir.id, kind="merge_asked", path=path).count() == 1
    await poll.move_to(round_id, Phase.VOTE)
    assert {option.id for option in await Option.filter(round_id=round_id)} == {old}


async def test_hidden_or_gone_with_its_author_it_sets_them_free_too(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app, other = poll.house.app, await poll.proposal(round_id, title="Theft", author=cast.amir)
    await merge(app, cast.ada.viewer, old, into, WHY)
    assert (await Ideas(poll).in_place(cast.huw, into, "hide")).status == 204
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    await merge(app, cast.ada.viewer, old, other, WHY)
    for words in app[WORDS_LEAVE]:
        assert await words.leave(cast.amir.id, everything=True, most=100)
    assert (await Proposal.get(id=other)).state is ProposalState.WITHDRAWN
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    told = Notice.filter(person_id=cast.rosa.id, kind="proposal_decided", path=f"/proposals/{old}")
    assert await told.count() == 2


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
    assert cast.rosa.id in await _supporters(into)
    assert (await dee.delete(f"/proposals/{old}/merge")).status == 204
    assert await _supporters(into) == {cast.amir.id}


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


async def test_words_that_were_taken_down_are_shown_to_nobody_who_is_asked(
    poll: Poll, cast: Cast, two: tuple[str, str, str], browser: NewBrowser
) -> None:
    _round, old, into = two
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    await Proposal.filter(id=into).update(state="hidden", title="Mrs Quagga", html="<p>Mrs Quagga</p>")
    answer = await browser(cast.rosa).get(f"/proposals/{old}/move-support")
    assert (answer.status, "Quagga" in answer.text) == (409, False)
