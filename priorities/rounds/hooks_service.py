"""What happens when a round comes to a phase. Each is called inside the transaction that moves it there."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from aiohttp import web

from priorities.agreeing.telling_service import tell_panel
from priorities.ballots.discarding_service import discard_vote
from priorities.ballots.opening_service import open_vote
from priorities.models import Phase
from priorities.proposals.opening_service import tell_who_waits
from priorities.reviewing.phases_service import begin_review, end_review
from priorities.round_rows import JSON
from priorities.rounds.lost_time_service import give_lost_time_back
from priorities.writing import Tell

Hook = Callable[[web.Application, JSON], Awaitable[Sequence[Tell]]]
"""Given the round’s row as it is now, gives what is to be told after the commit. It may run twice: see `atomic`."""
HOOKS: Final[Mapping[Phase, tuple[Hook, ...]]] = {
    Phase.VOTE: (open_vote, tell_who_waits, give_lost_time_back),
    Phase.AGREE: (tell_panel,),
    Phase.REVIEW: (begin_review,),
    Phase.DONE: (end_review,),
    Phase.CANCELLED: (discard_vote,),
}
