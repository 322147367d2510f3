"""What became of words that were sent, as their author is told."""

from dataclasses import dataclass
from typing import Any

from moderation.screening import Verdict


@dataclass(frozen=True)
class Outcome:
    """`status` is published, held or warned; `notice` is "emergency" where 999 should be called at once."""

    status: str
    id: str | None = None
    seq: int | None = None
    reason: str | None = None
    notice: str | None = None

    def acknowledgement(self) -> dict[str, Any]:
        """The members of a live acknowledgement: those that have a value."""
        members = {name: getattr(self, name) for name in ("status", "id", "seq", "reason", "notice")}
        return {name: value for name, value in members.items() if value is not None}


def warned(verdict: Verdict) -> Outcome:
    """Nothing was stored: mend it, or send again and confirm."""
    return Outcome("warned", reason=verdict.reason, notice="emergency" if verdict.emergency else None)


def outcome_of(message: dict[str, Any], seq: int | None = None) -> Outcome:
    """The outcome that a stored message shows: the same however often it is asked for."""
    notice = "emergency" if message["emergency"] else None
    published = message["posted_seq"] is not None and message["pending_body"] is None
    if published:
        return Outcome("published", message["id"], seq or message["posted_seq"], notice=notice)
    return Outcome("held", message["id"], reason=message["held_reason"], notice=notice)
