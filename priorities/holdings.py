"""What priorities hold about a person, as they take it away."""

from accounts.ports import Holding
from priorities.acting.holdings import HELD_BY_ACTING
from priorities.agreeing.holdings import HELD_BY_AGREEING
from priorities.ballots.holdings import HELD_BY_BALLOTS
from priorities.ballots.paper.holdings import HELD_BY_PAPER
from priorities.excluding.holdings import HELD_BY_EXCLUDING
from priorities.opinions.holdings import HELD_BY_OPINIONS
from priorities.pictures.holdings import HELD_BY_PICTURES
from priorities.proposals.arranging_holdings import HELD_BY_ARRANGING
from priorities.proposals.holdings import HELD_BY_PROPOSALS
from priorities.reviewing.holdings import HELD_BY_REVIEWING
from priorities.rounds.holdings import HELD_BY_ROUNDS

HELD_BY_PRIORITIES: tuple[Holding, ...] = (
    *HELD_BY_ACTING,
    *HELD_BY_AGREEING,
    *HELD_BY_BALLOTS,
    *HELD_BY_EXCLUDING,
    *HELD_BY_PAPER,
    *HELD_BY_OPINIONS,
    *HELD_BY_PICTURES,
    *HELD_BY_PROPOSALS,
    *HELD_BY_ARRANGING,
    *HELD_BY_REVIEWING,
    *HELD_BY_ROUNDS,
)
