"""Proposals are flagged, taken down and brought back as all words are, and what is voted on keeps its votes."""

import pytest

from foundation.models import SearchEntry
from notices.models import Notice
from priorities.models import Option, Phase, Proposal
from priorities.proposals.models import ProposalEdit
from tests.cast import Cast
from tests.priorities.poll import IDEAS, Poll
from tests.priorities.proposals.ideas import ABUSE, TITLE, WHAT, WHY, Ideas


async def _gone_for(ideas: Ideas, proposal_id: str, cast: Cast) -> None:
    for who in (cast.amir, cast.olga, cast.nia, None):
        assert (await ideas.read(who, proposal_id)).status == 404, who
        assert (await ideas.house.page(f"/proposals/{proposal_id}", who)).status == 404, who
    assert await SearchEntry.filter(target_id=proposal_id).count() == 0


async def test_mo_hides_a_flagged_proposal_and_brings_it_back(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id)
    assert (await ideas.flag(cast.amir, made["id"])).status == 201
    decision = await ideas.decide(made["id"], "hide")
    assert decision.status == 201, decision.text
    await _gone_for(ideas, made["id"], cast)
    assert await ideas.listed(cast.amir, round_id) == []
    undone = await ideas.house.caller(cast.mo).post(f"/decisions/{decision.json['id']}/undo")
    assert undone.status == 204, undone.text
    assert (await ideas.read(None, made["id"])).json["what"] == WHAT
    assert await ideas.found("gate") == [made["id"]]


async def test_who_may_not_read_it_may_not_flag_it(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    proposal = await ideas.held(cast.rosa, await poll.begin(ideas=()))
    assert (await ideas.flag(cast.amir, proposal)).status == 404


async def test_what_waits_is_shown_when_mo_approves_it(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    proposal = await ideas.held(cast.rosa, round_id)
    assert (await ideas.decide(proposal, "approve")).status == 201
    assert (await ideas.read(None, proposal)).json["what"] == ABUSE
    assert await ideas.listed(None, round_id) == [TITLE]


async def test_mo_words_it_otherwise_and_its_author_can_not_change_it_back(
    ideas: Ideas, poll: Poll, cast: Cast
) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()), where="Lowther Road")
    await ideas.flag(cast.amir, made["id"])
    decision = await ideas.decide(made["id"], "edit", body="Speeding\n\nCars go too fast.")
    assert decision.status == 201, decision.text
    read = (await ideas.read(None, made["id"])).json
    assert (read["title"], read["what"], read["where"]) == ("Speeding", "Cars go too fast.", None)
    assert (await ideas.change(cast.rosa, read, what=WHAT)).status == 409
    assert (await ideas.house.caller(cast.mo).post(f"/decisions/{decision.json['id']}/undo")).status == 204
    read = (await ideas.read(None, made["id"])).json
    assert (read["title"], read["what"], read["where"]["name"]) == (TITLE, WHAT, "Lowther Road")
    assert (await ideas.change(cast.rosa, read, what="Mine again")).status == 200
    assert await ProposalEdit.filter(proposal_id=made["id"]).count() == 3


async def test_silenced_by_mo_rosa_proposes_nothing_until_it_is_undone(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id)
    await ideas.flag(cast.amir, made["id"])
    decision = await ideas.decide(made["id"], "silence", seconds=3600)
    assert decision.status == 201, decision.text
    assert (await ideas.send(cast.rosa, round_id)).status == 403
    assert (await ideas.house.caller(cast.mo).post(f"/decisions/{decision.json['id']}/undo")).status == 204
    assert (await ideas.send(cast.rosa, round_id, title="Another")).status == 201


@pytest.mark.parametrize("action", ["hide", "restore", "approve", "reject"])
async def test_only_staff_who_serve_there_decide(ideas: Ideas, poll: Poll, cast: Cast, action: str) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    for who in (cast.amir, cast.rosa, cast.olga, cast.nia, cast.max):
        assert (await ideas.in_place(who, made["id"], action)).status == 403, who
    assert (await ideas.read(None, made["id"])).status == 200


async def test_ada_hides_it_on_its_page_and_restores_it(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    assert (await ideas.in_place(cast.ada, made["id"], "hide")).status == 204
    await _gone_for(ideas, made["id"], cast)
    assert (await ideas.in_place(cast.ada, made["id"], "hide")).status == 409
    assert (await ideas.in_place(cast.ada, made["id"], "restore")).status == 204
    assert (await ideas.read(None, made["id"])).status == 200


async def test_hidden_before_the_vote_it_is_not_voted_on(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    [first, *others] = await poll.options(round_id)
    await ideas.in_place(cast.ada, first, "hide")
    await poll.move_to(round_id, Phase.VOTE)
    assert {option.id for option in await Option.filter(round_id=round_id)} == set(others)


async def test_hidden_while_people_vote_its_option_stays(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    [first, *_others] = await poll.options(round_id)
    assert (await ideas.in_place(cast.ada, first, "hide")).status == 204
    await _gone_for(ideas, first, cast)
    assert await Option.filter(id=first).exists()
    assert (await Proposal.get(id=first)).state == "hidden"


async def test_an_edit_that_waits_when_the_vote_opens_is_dropped_and_its_author_told(
    ideas: Ideas, poll: Poll, cast: Cast
) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id)
    assert (await ideas.change(cast.rosa, made, what=ABUSE)).status == 202
    item = await ideas.item(made["id"])
    await poll.move_to(round_id, Phase.SHAPE)
    await poll.move_to(round_id, Phase.VOTE)
    proposal, option = await Proposal.get(id=made["id"]), await Option.get(id=made["id"])
    assert (proposal.pending, proposal.what, option.what) == (None, WHAT, WHAT)
    [told] = await Notice.filter(person_id=cast.rosa.id, kind="proposal_decided")
    assert told.path == f"/proposals/{made['id']}"
    late = {"version": item["version"], "action": "approve", **WHY}
    answer = await ideas.house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", late)
    assert answer.status == 409, "there is nothing to decide any more"
    assert (await Proposal.get(id=made["id"])).what == WHAT


async def test_of_an_edit_that_was_flagged_the_flags_stay_when_the_vote_opens(
    ideas: Ideas, poll: Poll, cast: Cast
) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id)
    assert (await ideas.change(cast.rosa, made, what=ABUSE)).status == 202
    assert (await ideas.flag(cast.amir, made["id"])).status == 201
    await poll.move_to(round_id, Phase.VOTE)
    assert (await ideas.decide(made["id"], "hide")).status == 201
    assert (await Proposal.get(id=made["id"])).state == "hidden"


async def test_a_refused_edit_does_not_wait_again_once_people_vote(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id)
    assert (await ideas.change(cast.rosa, made, what=ABUSE)).status == 202
    refused = await ideas.decide(made["id"], "hide")
    assert refused.status == 201, refused.text
    await poll.move_to(round_id, Phase.VOTE)
    undone = await ideas.house.caller(cast.mo).post(f"/decisions/{refused.json['id']}/undo")
    assert undone.status == 409, undone.text
    assert (await Proposal.get(id=made["id"])).pending is None


async def test_words_of_mo_on_the_ballot_go_when_he_takes_them_back(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    [first, *_others] = await poll.options(round_id)
    await ideas.flag(cast.amir, first)
    decision = await ideas.decide(first, "edit", body="Speeding\n\nCars go too fast.")
    assert decision.status == 201, decision.text
    option = await Option.get(id=first)
    assert (option.title, option.what) == ("Speeding", "Cars go too fast.")
    assert "Cars go too fast." in (await ideas.house.page(f"/rounds/{round_id}/vote", cast.amir)).text
    assert (await ideas.house.caller(cast.mo).post(f"/decisions/{decision.json['id']}/undo")).status == 204
    assert (await Option.get(id=first)).title == IDEAS[0]
