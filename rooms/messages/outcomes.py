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


def outcome_of(message: dict[str, Any]) -> Outcome:
    """What became of sending a message: the same however often it is asked for, whatever was done to it later."""
    if message["posted_seq"] is None:
        return _held(message)
    return Outcome("published", message["id"], message["posted_seq"], notice=_notice(message))


def outcome_of_change(message: dict[str, Any], seq: int | None) -> Outcome:
    """What became of changing a message: `seq` is the entry that published the new words, None where they wait."""
    if seq is None:
        return _held(message)
    return Outcome("published", message["id"], seq, notice=_notice(message))


def _held(message: dict[str, Any]) -> Outcome:
    return Outcome("held", message["id"], reason=message["held_reason"], notice=_notice(message))


def _notice(message: dict[str, Any]) -> str | None:
    return "emergency" if message["emergency"] else None
