"""Their authors change proposals until the vote, and take them back; nothing that somebody wrote in between is lost."""

import pytest

from priorities.models import Phase, Proposal
from priorities.proposals.models import ProposalEdit
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import ABUSE, TITLE, WHAT, Ideas


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.SHAPE])
async def test_rosa_changes_it_and_staff_see_how(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser, phase: Phase
) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id, where="Lowther Road")
    if phase is Phase.SHAPE:
        await poll.move_to(round_id, phase)
    changed = await ideas.change(cast.rosa, made, what="At seven", where="Crwys Road")
    assert (changed.status, changed.json["version"], changed.json["edited"]) == (200, 2, True)
    assert changed.json["where"]["name"] == "Crwys Road"
    assert await ideas.found("gate") == []
    assert await ideas.found("seven") == [made["id"]]
    path = f"/proposals/{made['id']}/revisions"
    assert (await poll.house.caller(cast.amir).get(path)).status == 403
    assert (await poll.house.caller(cast.nia).get(path)).status == 403
    [change] = (await poll.house.caller(cast.ada).get(path)).json["items"]
    assert "Lowther" in "".join(piece["text"] for piece in change["pieces"] if piece["kind"] == "gone")
    page = (await browser(cast.ada).get(path)).text
    assert "<del>" in page


async def test_nobody_changes_what_is_another_s(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    for who, status in ((cast.amir, 403), (cast.ada, 403), (cast.dee, 403), (cast.olga, 403)):
        assert (await ideas.change(who, made, what="Mine")).status == status, who
        assert (await poll.house.caller(who).delete(f"/proposals/{made['id']}")).status == status, who
    assert (await ideas.read(None, made["id"])).json["what"] == WHAT


@pytest.mark.parametrize("phase", [Phase.VOTE, Phase.DONE])
async def test_what_is_voted_on_stands(poll: Poll, cast: Cast, phase: Phase) -> None:
    [proposal, *_more] = await poll.options(await poll.begin(phase))
    rosa = poll.house.caller(cast.rosa)
    body = {"version": 1, "title": "Another", "what": "Else"}
    assert (await rosa.patch(f"/proposals/{proposal}", body)).status == 409
    assert (await rosa.delete(f"/proposals/{proposal}")).status == 409


async def test_two_tabs_both_texts_are_shown(ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    path = f"/proposals/{made['id']}/edit"
    rosa = browser(cast.rosa)
    await rosa.get(path)
    assert (await ideas.change(cast.rosa, made, what="From the other tab")).status == 200
    late = await ideas.change(cast.rosa, made, what="From this one")
    assert (late.status, late.json["proposal"]["what"]) == (409, "From the other tab")
    answer = await rosa.post(path, version="1", title=TITLE, what="From this one")
    assert answer.status == 409
    assert "From the other tab" in answer.text
    assert "From this one" in answer.text
    answer = await rosa.post(path, version="2", title=TITLE, what="From this one")
    assert answer.status == 303
    assert (await ideas.read(None, made["id"])).json["what"] == "From this one"
    assert await ProposalEdit.filter(proposal_id=made["id"]).count() == 2


async def test_an_edit_that_waits_leaves_what_stands(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    assert (await ideas.change(cast.rosa, made, what=ABUSE)).status == 202
    assert (await ideas.read(cast.amir, made["id"])).json["what"] == WHAT
    page = (await poll.house.page(f"/proposals/{made['id']}", cast.rosa)).text
    assert "A change of it waits" in page
    assert "A change of it waits" not in (await poll.house.page(f"/proposals/{made['id']}", cast.amir)).text
    assert (await ideas.in_place(cast.ada, made["id"], "approve")).status == 204
    assert (await ideas.read(cast.amir, made["id"])).json["what"] == ABUSE


async def test_an_edit_that_is_refused_is_gone(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    await ideas.change(cast.rosa, made, what=ABUSE)
    assert (await ideas.in_place(cast.ada, made["id"], "reject")).status == 204
    row = await Proposal.get(id=made["id"])
    assert (row.what, row.pending, row.state) == (WHAT, None, "published")


async def test_rosa_takes_it_back_and_nobody_reads_it(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id)
    rosa = browser(cast.rosa)
    assert TITLE in (await rosa.get(f"/proposals/{made['id']}/withdraw")).text
    answer = await rosa.post(f"/proposals/{made['id']}/withdraw")
    assert (answer.status, answer.headers["Location"]) == (303, f"/rounds/{round_id}")
    for who in (cast.rosa, cast.amir, cast.ada, cast.mo, None):
        assert (await ideas.read(who, made["id"])).status == 404, who
    assert await ideas.listed(cast.rosa, round_id) == []
    assert await ideas.found("gate") == []


async def test_whose_vote_began_meanwhile_gets_their_words_back(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    [proposal, *_more] = await poll.options(round_id)
    rosa = browser(cast.rosa)
    await rosa.get(f"/proposals/{proposal}/edit")
    await poll.move_to(round_id, Phase.VOTE)
    answer = await rosa.post(f"/proposals/{proposal}/edit", version="1", title=TITLE, what="Never to be lost")
    assert (answer.status, "Never to be lost" in answer.text) == (409, True)
