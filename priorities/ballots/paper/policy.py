"""Who handles paper ballots and letters, and while what."""

from zoneinfo import ZoneInfo

from accounts.factors.proof import check_proved
from foundation.permissions import Viewer
from priorities.ballots.hours import check_vote_is_open
from priorities.policy import JSON, access_round_to_keep


async def access_round_on_paper(viewer: Viewer, round_id: str) -> JSON:
    """The row of a round whose paper somebody handles: its officers, administrators. Raises NotFound, NotAllowed."""
    return await access_round_to_keep(viewer, round_id)


async def access_round_to_print(viewer: Viewer, round_id: str, zone: ZoneInfo) -> JSON:
    """The same, to make ballots of: while the vote is open. Raises Conflict too, and ProofNeeded."""
    row = await access_round_on_paper(viewer, round_id)
    check_vote_is_open(row, zone)
    check_proved(viewer)
    return row
