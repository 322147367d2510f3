"""What tests of proposals that are put together ask."""

from priorities.models import Proposal
from priorities.proposals.models import Support

WHY = "Both are about bikes at the station."


async def supporters(proposal: str) -> set[str]:
    """The people who support it, as many as its row says."""
    people = {str(row.person_id) for row in await Support.filter(proposal_id=proposal)}
    assert (await Proposal.get(id=proposal)).supporters == len(people)
    return people
