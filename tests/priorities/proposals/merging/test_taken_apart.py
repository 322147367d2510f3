"""Two proposals are taken apart again, by staff or because the other one is gone."""

import pytest

from accounts.ports import WORDS_LEAVE
from foundation.errors import NotFound
from foundation.models import AuditEntry
from notices.models import Notice
from priorities.models import Option, Phase, Proposal, ProposalState
from priorities.proposals.merging.moving_service import move_support
from priorities.proposals.merging.service import merge, unmerge
from priorities.proposals.models import Merge
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import Ideas
from tests.priorities.proposals.merging.pair import WHY, both_say, supporters


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


async def test_taken_apart_everybody_supports_what_they_did_before(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    _round, old, into = two
    app = poll.house.app
    await merge(app, cast.ada.viewer, old, into, WHY)
    await both_say(poll, old)
    assert await supporters(into) == {cast.rosa.id, cast.amir.id}
    await unmerge(app, cast.huw.viewer, old)
    assert await supporters(old) == {cast.rosa.id, cast.amir.id}
    assert await supporters(into) == {cast.amir.id}, "who supported both by themselves does so still"
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    [row] = await Merge.filter(retired_id=old)
    assert row.undone_at is not None, "the history stays"
    assert WHY in (await poll.house.page(f"/proposals/{old}")).text
    acts = await AuditEntry.filter(subject_id=old).order_by("id").values_list("act", "actor_id")
    assert acts == [("proposal.merge", cast.ada.id), ("proposal.unmerge", cast.huw.id)]
    with pytest.raises(NotFound):
        await unmerge(app, cast.ada.viewer, old)


async def test_it_is_taken_out_also_where_what_it_went_into_was_hidden(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app = poll.house.app
    last = await poll.proposal(round_id, title="Theft at the station")
    await merge(app, cast.ada.viewer, old, into, WHY)
    await move_support(app, cast.rosa.viewer, old, moved=True)
    await merge(app, cast.ada.viewer, into, last, WHY)
    await both_say(poll, into)
    await Proposal.filter(id=into).update(state=ProposalState.HIDDEN)
    await unmerge(app, cast.ada.viewer, old)
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    assert await supporters(old) == {cast.rosa.id, cast.amir.id}
    assert await supporters(last) == {cast.amir.id}, "whose support came from the hidden one itself"


async def test_taken_back_it_sets_free_what_was_part_of_it(poll: Poll, cast: Cast, two: tuple[str, str, str]) -> None:
    round_id, old, into = two
    app = poll.house.app
    await merge(app, cast.ada.viewer, old, into, WHY)
    await move_support(app, cast.rosa.viewer, old, moved=True)
    assert (await poll.house.caller(cast.amir).delete(f"/proposals/{into}")).status == 204
    assert (await Proposal.get(id=old)).state is ProposalState.PUBLISHED
    assert await supporters(old) == {cast.rosa.id, cast.amir.id}
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
