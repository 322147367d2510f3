"""What staff write around a round, that moderators can take out: by its kind, the table and the columns."""

from dataclasses import dataclass
from typing import Final

from tortoise.models import Model

from foundation.language import Lazy, lazy
from priorities.agreeing.models import Agreement, PanelMember
from priorities.models import Proposal, Round
from priorities.proposals.models import EvidenceCard, Merge, RefusalAppeal
from priorities.rounds.models import DateMoved


@dataclass(frozen=True)
class Kind:
    """`about` are the columns that lead to the proposals that the words stand at, none where they are of the round.

    `whose`: the column with the round’s id, where they are.
    """

    name: Lazy
    model: type[Model]
    columns: tuple[str, ...]
    about: tuple[str, ...] = ()
    whose: str = "round_id"


KINDS: Final[dict[str, Kind]] = {
    "round": Kind(lazy("The round itself"), Round, ("title", "about", "cancelled_reason"), whose="id"),
    "date": Kind(lazy("Why a date was moved"), DateMoved, ("reason",)),
    "agreement": Kind(lazy("What the panel said with its agreement"), Agreement, ("reason",), whose="id"),
    "taken_off": Kind(lazy("Why somebody was taken off the panel"), PanelMember, ("left_why",)),
    "refusal": Kind(lazy("Why a proposal was refused"), Proposal, ("refused_reason",), about=("id",)),
    "appeal": Kind(lazy("An appeal, and the answer"), RefusalAppeal, ("text", "answer"), about=("proposal_id",)),
    "merge": Kind(
        lazy("Why a proposal was put together with another one"), Merge, ("reason",), about=("retired_id", "into_id")
    ),
    "evidence": Kind(
        lazy("What the police know of a proposal"), EvidenceCard, ("known", "can", "cannot", "others"), about=("id",)
    ),
}
"""In the order in which they are listed."""
