"""Who has not spoken, by age: of residents with an account alone, and of nobody who was handed paper."""

from accounts.models import Person
from foundation import clock
from foundation.ids import random_id
from foundation.permissions import Role
from priorities.ballots.models import Voted
from priorities.closing.store import turnout_by_age
from priorities.models import Phase
from tests.cast import ELSEWHERE, HOME, Cast, Member, add_member
from tests.house import House
from tests.priorities.poll import Poll

ALL = ("email", "postcode", "confirmed")


async def _of_age(name: str, home: str = HOME) -> str:
    member = Member(f"{name} Jones", Role.RESIDENT, None, (home,))
    await add_member(member)
    await Person.filter(id=member.id).update(age_band="18_or_over", neighbourhood_id=home)
    return member.id


async def test_paper_that_was_handed_out_is_no_vote_of_an_age(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    voted, handed, silent, away = [
        await _of_age(name, ELSEWHERE if name == "Away" else HOME) for name in ("Voted", "Handed", "Silent", "Away")
    ]
    for voter, how in ((voted, "account"), (handed, "slip"), (away, "account")):
        await Voted.create(id=random_id(), round_id=round_id, voter=voter, how=how, day=clock.now().date())
    assert silent
    assert await turnout_by_age(round_id, HOME, ALL) == [{"label": "18_or_over", "could": 2, "voted": 1}]
