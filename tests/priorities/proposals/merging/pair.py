"""What tests of proposals that are put together ask."""

from priorities.models import Proposal
from priorities.proposals.merging.moving_service import move_support
from priorities.proposals.models import Support
from tests.priorities.poll import Poll

WHY = "Both are about bikes at the station."


async def supporters(proposal: str) -> set[str]:
    """The people who support it, as many as its row says."""
    people = {str(row.person_id) for row in await Support.filter(proposal_id=proposal)}
    assert (await Proposal.get(id=proposal)).supporters == len(people)
    return people


async def both_say(poll: Poll, retired: str, *, moved: bool = True) -> None:
    """Rosa and Amir say whether their support of a retired proposal goes along."""
    for who in (poll.cast.rosa, poll.cast.amir):
        await move_support(poll.house.app, who.viewer, retired, moved=moved)
