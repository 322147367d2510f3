"""A proposal is refused with a reason; whoever made it appeals once, and somebody else of the staff decides."""

from typing import Any

import pytest

from accounts.models import Person
from accounts.ports import WORDS_LEAVE
from foundation import clock
from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.models import AuditEntry
from notices.models import Notice
from priorities.models import Option, Phase, Proposal, ProposalState
from priorities.proposals.models import RefusalAppeal
from priorities.proposals.refusing.service import appeal, decide, refuse
from priorities.proposals.supporting.service import support
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll

WHY = "The council decides about parking: here is how to reach it."
BUT = "It is about dangerous parking, which is yours."
YES = "You are right, that is ours."


@pytest.fixture
async def one(poll: Poll) -> tuple[str, str]:
    round_id = await poll.begin(Phase.SHAPE, ())
    return round_id, await poll.proposal(round_id, title="Parking by the school")


async def _told(kind: str, person: str) -> list[Any]:
    return await Notice.filter(kind=kind, person_id=person).order_by("id").values_list("path", flat=True)


async def test_everybody_reads_why_and_nobody_votes_on_it(poll: Poll, cast: Cast, one: tuple[str, str]) -> None:
    round_id, proposal = one
    await refuse(poll.house.app, cast.ada.viewer, proposal, WHY)
    for path in (f"/proposals/{proposal}", f"/proposals/{proposal}/refusal", f"/rounds/{round_id}/refused"):
        page = await poll.house.page(path)
        assert (page.status, WHY in page.text) == (200, True), path
    assert await _told("proposal_decided", cast.rosa.id) == [f"/proposals/{proposal}/refusal"]
    [entry] = await AuditEntry.filter(subject_id=proposal)
    assert (entry.act, entry.actor_id, entry.reason) == ("proposal.refuse", cast.ada.id, WHY)
    await poll.move_to(round_id, Phase.VOTE)
    assert await Option.filter(round_id=round_id).count() == 0


async def test_who_supports_it_hears_of_it_too(poll: Poll, cast: Cast, one: tuple[str, str]) -> None:
    _round, proposal = one
    app, path = poll.house.app, f"/proposals/{proposal}/refusal"
    for who in (cast.rosa, cast.amir):
        await support(app, who.viewer, proposal)
    await refuse(app, cast.ada.viewer, proposal, WHY)
    assert await _told("proposal_decided", cast.amir.id) == [path]
    assert await _told("proposal_decided", cast.rosa.id) == [path], "its author hears of it once"
    await appeal(app, cast.rosa.viewer, proposal, BUT)
    await decide(app, cast.huw.viewer, proposal, "overturned", YES)
    assert await _told("proposal_decided", cast.amir.id) == [path, path]


async def test_where_no_other_officer_serves_moderators_hear_of_an_appeal(
    poll: Poll, cast: Cast, one: tuple[str, str]
) -> None:
    _round, proposal = one
    await Person.filter(id=cast.huw.id).update(suspended_at=clock.now())
    await refuse(poll.house.app, cast.ada.viewer, proposal, WHY)
    await appeal(poll.house.app, cast.rosa.viewer, proposal, BUT)
    for who in (cast.mo, cast.dee, cast.dai):
        assert await _told("staff", who.id) == [f"/proposals/{proposal}/refusal"]
    for who in (cast.ada, cast.huw, cast.nia, cast.max):
        assert await _told("staff", who.id) == []


async def test_rosa_appeals_huw_decides_and_it_is_voted_on(
    poll: Poll, cast: Cast, one: tuple[str, str], browser: NewBrowser
) -> None:
    round_id, proposal = one
    path = f"/proposals/{proposal}/refusal"
    ada, rosa, huw, amir = (browser(who) for who in (cast.ada, cast.rosa, cast.huw, cast.amir))
    await ada.get(f"/proposals/{proposal}/refuse")
    assert "govuk-error-summary" in (await ada.post(f"/proposals/{proposal}/refuse", reason="")).text
    assert (await ada.post(f"/proposals/{proposal}/refuse", reason=WHY)).status == 303
    assert "/appeal" not in (await amir.get(path)).text
    assert f'action="/proposals/{proposal}/appeal"' in (await rosa.get(path)).text
    assert (await rosa.post(f"/proposals/{proposal}/appeal", text=BUT)).status == 303
    assert await _told("staff", cast.huw.id) == [path]
    assert await _told("staff", cast.ada.id) == []
    assert "An appeal waits" in (await huw.get(f"/rounds/{round_id}/refused")).text
    assert BUT not in (await amir.get(path)).text, "only the staff read what somebody appeals with"
    assert f"{proposal}/appeal/decide" not in (await ada.get(path)).text, "who refused it does not decide"
    assert BUT in (await huw.get(path)).text
    lost = await huw.post(f"/proposals/{proposal}/appeal/decide", outcome="", answer=YES)
    assert (lost.status, YES in lost.text) == (422, True)
    assert (await huw.post(f"/proposals/{proposal}/appeal/decide", outcome="overturned", answer=YES)).status == 303
    assert (await Proposal.get(id=proposal)).state is ProposalState.PUBLISHED
    page = (await amir.get(path)).text
    assert YES in page
    assert "Refused by" in page, "who refused it answers for it, also where they were wrong"
    assert "4127" in page
    assert (await poll.house.caller().get(f"/proposals/{proposal}")).json["refused_reason"] == "", "it stands no more"
    assert [row.id for row in await Proposal.filter(refused_by_id=cast.ada.id)] == [proposal]
    assert len(await _told("proposal_decided", cast.rosa.id)) == 2
    await poll.move_to(round_id, Phase.VOTE)
    assert await Option.filter(round_id=round_id).count() == 1


async def test_an_appeal_that_is_upheld_ends_it(poll: Poll, cast: Cast, one: tuple[str, str]) -> None:
    _round, proposal = one
    app = poll.house.app
    await refuse(app, cast.ada.viewer, proposal, WHY)
    with pytest.raises(NotAllowed):
        await appeal(app, cast.amir.viewer, proposal, BUT)
    with pytest.raises(Invalid):
        await appeal(app, cast.rosa.viewer, proposal, "x" * 2001)
    with pytest.raises(NotFound):
        await decide(app, cast.huw.viewer, proposal, "upheld", WHY)
    await appeal(app, cast.rosa.viewer, proposal, BUT)
    with pytest.raises(Conflict):
        await appeal(app, cast.rosa.viewer, proposal, BUT)
    with pytest.raises(NotAllowed):
        await decide(app, cast.ada.viewer, proposal, "overturned", "I was right")
    await decide(app, cast.mo.viewer, proposal, "upheld", "It is the council’s indeed.")
    with pytest.raises(Conflict):
        await decide(app, cast.huw.viewer, proposal, "overturned", YES)
    assert (await Proposal.get(id=proposal)).state is ProposalState.REFUSED
    [row] = await RefusalAppeal.all()
    assert (row.upheld, row.decided_by_id) == (True, cast.mo.id)


async def test_what_an_appeal_let_in_is_not_refused_again(poll: Poll, cast: Cast, one: tuple[str, str]) -> None:
    _round, proposal = one
    app = poll.house.app
    await refuse(app, cast.ada.viewer, proposal, WHY)
    await appeal(app, cast.rosa.viewer, proposal, BUT)
    await decide(app, cast.huw.viewer, proposal, "overturned", YES)
    with pytest.raises(Conflict):
        await refuse(app, cast.ada.viewer, proposal, WHY)


async def test_once_the_vote_is_open_nothing_is_refused_and_nothing_comes_into_it(
    poll: Poll, cast: Cast, one: tuple[str, str]
) -> None:
    round_id, proposal = one
    app = poll.house.app
    other = await poll.proposal(round_id, title="Lamps")
    await refuse(app, cast.ada.viewer, proposal, WHY)
    await poll.move_to(round_id, Phase.VOTE)
    with pytest.raises(Conflict):
        await refuse(app, cast.ada.viewer, other, WHY)
    await appeal(app, cast.rosa.viewer, proposal, BUT)
    await decide(app, cast.huw.viewer, proposal, "overturned", YES)
    assert {option.id for option in await Option.filter(round_id=round_id)} == {other}
    gone = (await poll.house.caller().get(f"/rounds/{round_id}/refused")).json
    assert [each["id"] for each in gone["late"]] == [proposal]
    notices = await Notice.filter(person_id=cast.rosa.id, kind="proposal_decided").order_by("id")
    assert "next round" in notices[-1].sentence


async def test_what_rosa_appealed_with_leaves_with_her(poll: Poll, cast: Cast, one: tuple[str, str]) -> None:
    _round, proposal = one
    app = poll.house.app
    await refuse(app, cast.ada.viewer, proposal, WHY)
    await appeal(app, cast.rosa.viewer, proposal, BUT)
    for words in app[WORDS_LEAVE]:
        assert await words.leave(cast.rosa.id, everything=False, most=100)
    assert (await RefusalAppeal.get(proposal_id=proposal)).text == ""


async def test_the_same_over_json_and_the_doors_that_stay_shut(poll: Poll, cast: Cast, one: tuple[str, str]) -> None:
    round_id, proposal = one
    path, call = f"/proposals/{proposal}", poll.house.caller
    assert (await call().get(f"{path}/refusal")).status == 404
    for who, status in ((None, 401), (cast.rosa, 403), (cast.gwen, 403), (cast.nia, 403), (cast.mo, 403)):
        assert (await call(who).put(f"{path}/refusal", {"reason": WHY})).status == status, who
    assert (await call(cast.dee).put(f"{path}/refusal", {"reason": WHY})).status == 204
    assert (await call(cast.rosa).get(f"{path}/refusal")).json["may_appeal"] is True
    assert (await call(cast.amir).post(f"{path}/appeal", {"text": BUT})).status == 403
    assert (await call(cast.rosa).post(f"{path}/appeal", {"text": BUT})).status == 204
    for who, waits in ((None, False), (cast.rosa, False), (cast.nia, False), (cast.huw, True)):
        gone = (await call(who).get(f"/rounds/{round_id}/refused")).json
        assert gone["refused"] == [{"id": proposal, "title": "Parking by the school", "reason": WHY, "waits": waits}]
    said = {"outcome": "overturned", "answer": YES}
    for who, status in ((None, 401), (cast.rosa, 403), (cast.nia, 403), (cast.max, 403), (cast.dee, 403)):
        assert (await call(who).put(f"{path}/appeal/decision", said)).status == status, who
    assert (await call(cast.dai).put(f"{path}/appeal/decision", said)).status == 204
    seen = (await call().get(f"{path}/refusal")).json
    assert (seen["stands"], seen["appeal"]["text"], seen["appeal"]["answer"]) == (False, None, YES)
