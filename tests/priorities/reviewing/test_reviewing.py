"""Neighbours who voted or follow say what became of a priority, and what they say decides: not its officers."""

import asyncio
from datetime import timedelta

import pytest

from accounts.models import Session
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Role
from notices.models import Notice
from priorities.acting.models import Priority, Status
from priorities.ballots.models import Voted
from priorities.models import Phase, Proposal
from priorities.reviewing.models import Review, ReviewEnd
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast, Member, add_member
from tests.house import House
from tests.priorities.acting.agreed import SPEEDING, agree
from tests.priorities.poll import Poll


async def voted_in(round_id: str, *people: Member) -> None:
    for each in people:
        await Voted.create(id=new_id(), round_id=round_id, voter=each.id, how="account", day=clock.now().date())


async def _agreed(poll: Poll, *voters: Member) -> tuple[str, str]:
    """A round in action, with a priority that it came to, and these who voted in it."""
    round_id = await poll.begin(Phase.ACT)
    await voted_in(round_id, *voters)
    [option, *_more] = await poll.options(round_id)
    return round_id, await agree(round_id=round_id, option_id=option)


async def _neighbours(number: int) -> list[Member]:
    people = [Member(f"Neighbour{place} Jones", Role.RESIDENT, None, (HOME,)) for place in range(number)]
    for each in people:
        await add_member(each)
    return people


async def test_who_voted_or_follows_is_asked_once_and_nobody_else(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    for following in (cast.amir, cast.ada, cast.olga, cast.gwen):
        await house.caller(following).put(f"/priorities/{priority}/follow")
    await poll.move_to(round_id, Phase.REVIEW)
    asked = await Notice.filter(kind="review_asked")
    assert {each.person_id for each in asked} == {cast.rosa.id, cast.amir.id}
    assert {each.path for each in asked} == {f"/rounds/{round_id}/review"}
    assert (await Priority.get(id=priority)).status is Status.REVIEWING
    for one, status in (
        (None, 401),
        (cast.ada, 403),
        (cast.olga, 403),
        (cast.gwen, 403),
        (cast.dee, 403),
        (cast.nia, 403),
    ):
        answer = await house.caller(one).put(f"/priorities/{priority}/review", {"verdict": "fixed"})
        assert answer.status == status, (one, answer.text)
    await house.run_jobs()
    assert await Notice.filter(kind="review_asked").count() == 2


async def test_who_follows_only_once_the_review_has_begun_has_no_say(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    await poll.move_to(round_id, Phase.REVIEW)
    await house.caller(cast.amir).put(f"/priorities/{priority}/follow")
    assert (await house.caller(cast.amir).put(f"/priorities/{priority}/review", {"verdict": "fixed"})).status == 403


async def test_the_last_answer_counts_and_nobody_sees_what_others_say_before_the_end(
    poll: Poll, house: House, cast: Cast, browser: NewBrowser
) -> None:
    people = await _neighbours(9)
    round_id, priority = await _agreed(poll, cast.rosa, *people)
    await poll.move_to(round_id, Phase.REVIEW)
    rosa = browser(cast.rosa)
    await rosa.get(f"/rounds/{round_id}/review")
    assert (await rosa.post(f"/priorities/{priority}/review", verdict="worse")).status == 303
    assert (await rosa.post(f"/priorities/{priority}/review", verdict="fixed")).status == 303
    for each in people:
        assert (await house.caller(each).put(f"/priorities/{priority}/review", {"verdict": "better"})).status == 204
    assert await Review.filter(priority_id=priority).count() == 10
    for who in (None, cast.rosa, cast.ada, cast.dee):
        told = (await house.caller(who).get(f"/priorities/{priority}/review")).json
        assert (told["reviewers"], told["figures"], told["met"]) == (None, None, None)
        assert told["mine"] == ("fixed" if who is cast.rosa else None)
    await poll.move_to(round_id, Phase.DONE)
    told = (await house.caller().get(f"/priorities/{priority}/review")).json
    assert told["figures"] == {"fixed": 1, "better": 9, "same": 0, "worse": 0}
    assert (told["met"], told["reviewers"], told["open"]) == (True, 10, False)
    assert "10 neighbours answered" in (await house.page(f"/rounds/{round_id}/review")).text
    assert "Neighbours say it got better" in (await house.page(f"/priorities/{priority}")).text


@pytest.mark.parametrize(
    ("verdicts", "met"),
    [
        (["fixed"] * 4, False),
        (["fixed"] * 5, True),
        (["fixed"] * 3 + ["same"] * 3, False),
        (["better"] * 4 + ["worse"] * 3, True),
        ([], False),
    ],
)
async def test_enough_neighbours_and_more_of_them_must_say_that_it_got_better(
    poll: Poll, house: House, cast: Cast, verdicts: list[str], met: bool
) -> None:
    people = await _neighbours(len(verdicts))
    round_id, priority = await _agreed(poll, *people)
    await poll.move_to(round_id, Phase.REVIEW)
    for each, verdict in zip(people, verdicts, strict=True):
        await house.caller(each).put(f"/priorities/{priority}/review", {"verdict": verdict})
    await poll.move_to(round_id, Phase.DONE)
    assert (await Priority.get(id=priority)).status is (Status.MET if met else Status.UNMET)
    assert (await ReviewEnd.get(id=priority)).met is met
    told = (await house.caller().get(f"/priorities/{priority}/review")).json
    assert (told["figures"], told["reviewers"], told["met"]) == (None, None, met), "fewer than ten: whether it was met"
    page = (await house.page(f"/rounds/{round_id}/review")).text
    assert "Fewer than ten answers until" in page
    assert "bl-review__chart" not in page


async def test_officers_can_neither_close_it_nor_end_its_review(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    row = await poll.move_to(round_id, Phase.REVIEW)
    sent = {"owner_role": "beat manager", "next_update": None, "kept_version": 1, "status": "met"}
    for who in (cast.ada, cast.dee):
        kept = await house.caller(who).patch(f"/priorities/{priority}", sent)
        assert kept.status in (200, 409), kept.text
        assert (await house.caller(who).post(f"/priorities/{priority}/close", {"reason": "Done."})).status == 409
        sooner = {"ends_at": clock.rfc3339(row["ends_at"] - timedelta(days=1)), "reason": "We are done."}
        assert (await house.caller(who).post(f"/rounds/{round_id}/dates", sooner)).status == 422
    assert (await Priority.get(id=priority)).status is Status.REVIEWING
    assert (await poll.row(round_id))["ends_at"] == row["ends_at"]


async def test_who_answered_and_who_follows_hear_once_that_it_is_over(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    await house.caller(cast.olga).put(f"/priorities/{priority}/follow")
    await poll.move_to(round_id, Phase.REVIEW)
    await house.caller(cast.rosa).put(f"/priorities/{priority}/review", {"verdict": "fixed"})
    await poll.move_to(round_id, Phase.DONE)
    await house.run_jobs()
    told = await Notice.filter(kind="priority_news", path=f"/priorities/{priority}")
    assert sorted(each.person_id for each in told) == sorted([cast.rosa.id, cast.olga.id])


async def test_an_answer_a_second_after_the_end_does_not_count(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    row = await poll.move_to(round_id, Phase.REVIEW)
    clock.move(row["ends_at"] - clock.now() + timedelta(seconds=1))
    await Session.all().update(expires_at=clock.now() + timedelta(days=1))
    late = await house.caller(cast.rosa).put(f"/priorities/{priority}/review", {"verdict": "fixed"})
    assert (late.status, await Review.all().count()) == (409, 0)


async def test_many_answers_of_one_person_at_once_are_one(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    await poll.move_to(round_id, Phase.REVIEW)
    rosa = house.caller(cast.rosa)
    said = [rosa.put(f"/priorities/{priority}/review", {"verdict": "same"}) for _each in range(20)]
    assert {answer.status for answer in await asyncio.gather(*said)} == {204}
    assert await Review.filter(priority_id=priority).count() == 1


async def test_what_is_not_met_goes_on_in_the_next_round_by_one_click(
    poll: Poll, house: House, cast: Cast, browser: NewBrowser
) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    await poll.move_to(round_id, Phase.DONE)
    early = await house.caller(cast.ada).post(f"/priorities/{priority}/carry")
    assert early.status == 409, "no round takes proposals"
    following = await poll.begin(Phase.GATHER, ideas=())
    for who, status in ((None, 401), (cast.rosa, 403), (cast.nia, 403), (cast.max, 403)):
        assert (await house.caller(who).post(f"/priorities/{priority}/carry")).status == status
    ada = browser(cast.ada)
    await ada.get(f"/priorities/{priority}")
    assert "Take it on to the next round" in ada.page.text
    taken = await ada.post(f"/priorities/{priority}/carry")
    [proposal] = await Proposal.filter(round_id=following)
    assert (taken.status, taken.headers["Location"]) == (303, f"/proposals/{proposal.id}")
    assert (proposal.title, proposal.state, proposal.author_id) == (SPEEDING, "published", cast.ada.id)
    again = await house.caller(cast.huw).post(f"/priorities/{priority}/carry")
    assert again.json == {"proposal": proposal.id}
    assert await Proposal.filter(round_id=following).count() == 1


async def test_what_is_met_does_not_go_on(poll: Poll, house: House, cast: Cast) -> None:
    priority = await agree(status=Status.MET)
    await poll.begin(Phase.GATHER, ideas=())
    assert (await house.caller(cast.ada).post(f"/priorities/{priority}/carry")).status == 409


async def test_what_moderators_took_down_does_not_go_on(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    [option, *_more] = await poll.options(round_id)
    await poll.move_to(round_id, Phase.DONE)
    following = await poll.begin(Phase.GATHER, ideas=())
    hide = {"action": "hide", "clause": "kind", "reason": "It names somebody."}
    assert (await house.caller(cast.ada).put(f"/proposals/{option}/decision", hide)).status == 204
    assert "Take it on to the next round" not in (await house.page(f"/priorities/{priority}", cast.ada)).text
    assert (await house.caller(cast.ada).post(f"/priorities/{priority}/carry")).status == 409
    assert not await Proposal.filter(round_id=following).exists()


async def test_what_goes_on_says_all_that_it_said_as_moderators_left_it(poll: Poll, house: House, cast: Cast) -> None:
    round_id, priority = await _agreed(poll, cast.rosa)
    [option, *_more] = await poll.options(round_id)
    await Proposal.filter(id=option).update(title="Speeding", what="By the school.", affected="Children", times="At 8")
    await poll.move_to(round_id, Phase.DONE)
    following = await poll.begin(Phase.GATHER, ideas=())
    assert (await house.caller(cast.ada).post(f"/priorities/{priority}/carry")).status == 201
    [made] = await Proposal.filter(round_id=following)
    assert (made.title, made.what, made.affected, made.times) == ("Speeding", "By the school.", "Children", "At 8")
    for path in (f"/proposals/{made.id}", f"/rounds/{following}"):
        shown = (await house.page(path, cast.amir)).text
        assert "Carried on from an earlier round" in shown, path
        assert cast.ada.name not in shown, "she wrote none of it"
    said = (await house.caller().get(f"/proposals/{made.id}")).json
    assert (said["author"], said["carried_from"]) == (None, option)
    page = await house.page(f"/proposals/{made.id}", cast.amir)
    assert f"/proposals/{option}" in page.text
    await Proposal.filter(id=option).update(state="hidden", title="Mrs Quagga")
    page = await house.page(f"/proposals/{made.id}", cast.amir)
    assert (f"/proposals/{option}" in page.text, "Quagga" in page.text) == (False, False)
