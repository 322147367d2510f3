"""What became of words that were sent, as their author is told."""

from dataclasses import dataclass
from typing import Any

from forums.models import PostState
from moderation.screening import Verdict


@dataclass(frozen=True)
class Outcome:
    """`status` is published, held or warned (nothing stored); `notice` is "emergency" where 999 should be called now.

    `id` is the reply's, of a topic that of its number 1; `number` is None for what is held. `in_private`: the police
    may be told it alone, and the page leads to where that is done.
    """

    status: str
    topic_id: str | None = None
    id: str | None = None
    number: int | None = None
    reason: str | None = None
    notice: str | None = None
    in_private: bool = False


def warned(verdict: Verdict) -> Outcome:
    """Nothing was stored: mend it, or send again and confirm."""
    return Outcome("warned", reason=verdict.reason, notice=notice_of(verdict))


def outcome_of(reply: dict[str, Any], verdict: Verdict | None = None) -> Outcome:
    """What became of sending a reply: the same however often it is asked for, whatever was done to it later."""
    notice = notice_of(verdict) if verdict else None
    waits = reply["state"] == PostState.HELD or (reply["held_reason"] and reply["state"] == PostState.REJECTED)
    if reply["number"] is None or waits:
        return Outcome("held", reply["topic_id"], reply["id"], reason=reply["held_reason"], notice=notice)
    return Outcome("published", reply["topic_id"], reply["id"], reply["number"], notice=notice)


def notice_of(verdict: Verdict) -> str | None:
    """What is said beside the outcome, whatever it is."""
    return "emergency" if verdict.emergency else None
