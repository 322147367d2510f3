"""Whoever a slip was given out to by their account is told, and what they are told leads to no slip."""

from datetime import timedelta

from notices.models import Notice
from priorities.models import Phase
from tests.cast import Cast, Member
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll


async def _told(member: Member) -> list[str]:
    rows = await Notice.filter(person_id=member.id, kind="paper_ballot").values("sentence")
    return [str(row["sentence"]) for row in rows]


async def _a_day_later(poll: Poll) -> None:
    await poll.let_pass(timedelta(days=1))
    await poll.house.run_jobs()


async def test_rosa_learns_the_day_after_that_a_slip_was_given_out_in_her_name(
    poll: Poll, slips: Slips, cast: Cast
) -> None:
    for serial, to in ((3, {"person": cast.rosa.id}), (1, {"person": cast.amir.id}), (2, JANE)):
        assert (await slips.issue(serial, **to)).status == 204
    await poll.house.run_jobs()
    assert await _told(cast.rosa) == [], "a moment of its own would lead from the person to the slip"
    await _a_day_later(poll)
    await _a_day_later(poll)
    [sentence] = await _told(cast.rosa)
    assert sentence.startswith("A paper ballot for the priorities of Cathays was given out in your name on ")
    assert (await poll.row(slips.round))["title"] not in sentence, "moderators may take that out: this stays"
    assert len(await _told(cast.amir)) == 1
    assert await _told(cast.olga) == []
    rows = await Notice.filter(kind="paper_ballot").order_by("id").values("created_at", "person_id")
    assert [row["person_id"] for row in rows] == sorted(row["person_id"] for row in rows), "in no order of the slips"
    assert len({row["created_at"].replace(microsecond=0) for row in rows}) == 1, "all of a day at once"


async def test_slips_of_the_last_day_are_told_of_after_the_close(poll: Poll, slips: Slips, cast: Cast) -> None:
    closes = (await poll.row(slips.round))["agree_at"]
    await poll.let_pass(closes - timedelta(minutes=5) - (await poll.row(slips.round))["vote_at"])
    assert (await slips.issue(1, person=cast.rosa.id)).status == 204
    await poll.move_to(slips.round, Phase.AGREE)
    assert (await poll.row(slips.round))["closed_at"], "it must be sealed for this to mean anything"
    await _a_day_later(poll)
    assert len(await _told(cast.rosa)) == 1


async def test_who_brought_it_back_is_told_nothing(poll: Poll, slips: Slips, cast: Cast) -> None:
    await slips.issue(1, person=cast.rosa.id)
    await slips.take_back(1, person=cast.rosa.id)
    await _a_day_later(poll)
    assert await _told(cast.rosa) == []


async def test_rosa_is_told_of_each_slip_that_was_given_out_in_her_name(poll: Poll, slips: Slips, cast: Cast) -> None:
    """She brought the first one back; of the second she would know nothing."""
    await slips.issue(1, person=cast.rosa.id)
    await _a_day_later(poll)
    assert (await slips.take_back(1, person=cast.rosa.id)).status == 204
    assert (await slips.issue(2, person=cast.rosa.id)).status == 204
    await poll.house.run_jobs()
    assert len(await _told(cast.rosa)) == 1
    for _day in range(2):
        await _a_day_later(poll)
    first, second = await _told(cast.rosa)
    assert first != second, "each names its day"
