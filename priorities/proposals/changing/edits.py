"""Other words for a proposal, on their way from a form or a client to the service."""

from dataclasses import dataclass

from foundation.errors import Conflict
from foundation.language import _
from priorities.proposals.posting.new import NewProposal
from priorities.proposals.proposal_rows import JSON


@dataclass(frozen=True)
class Edit:
    """`new` are all of its words; `version` is that of those which their author changed.

    `pictures`: whether those of `new` are to stand in it; else they stay as they are.
    """

    new: NewProposal
    version: int
    pictures: bool = True


class Overtaken(Conflict):
    """Other words were put there meanwhile, by staff or on another device: both are shown."""

    def __init__(self, proposal: JSON) -> None:
        now = {name: proposal[name] for name in ("id", "version", "title", "what")}
        sentence = _("This was changed meanwhile. Look at both, and save again what you want to stay.")
        super().__init__(sentence, details={"proposal": now})
