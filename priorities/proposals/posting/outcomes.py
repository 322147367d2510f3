"""What became of a proposal that was sent, as its author is told."""

from dataclasses import dataclass
from typing import Any

from moderation.screening import Verdict
from priorities.models import ProposalState


@dataclass(frozen=True)
class Outcome:
    """`status` is published, held or warned (nothing stored); `notice` is "emergency" where 999 should be called now.

    `in_private`: the police may be told it alone, and the page leads to where that is done.
    """

    status: str
    id: str | None = None
    reason: str | None = None
    notice: str | None = None
    in_private: bool = False


def warned(verdict: Verdict) -> Outcome:
    """Nothing was stored: mend it, or send again and confirm."""
    return Outcome("warned", reason=verdict.reason, notice=notice_of(verdict))


def outcome_written(proposal_id: str, verdict: Verdict) -> Outcome:
    """It was stored: shown, or held for a moderator."""
    if verdict.held:
        return Outcome("held", proposal_id, verdict.reason, notice_of(verdict))
    return Outcome("published", proposal_id, notice=notice_of(verdict))


def outcome_of(proposal: dict[str, Any]) -> Outcome:
    """What became of sending it: the same however often it is asked for, whatever was done to it later."""
    waits = proposal["state"] in (ProposalState.HELD, ProposalState.REJECTED) and proposal["held_reason"]
    if waits:
        return Outcome("held", proposal["id"], proposal["held_reason"])
    return Outcome("published", proposal["id"])


def notice_of(verdict: Verdict) -> str | None:
    """What is said beside the outcome, whatever it is."""
    return "emergency" if verdict.emergency else None
