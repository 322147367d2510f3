"""What came of a flag, as its flagger may know it: nothing of who decided, and nothing of the person it is about."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from foundation.language import Lazy, lazy


class Outcome(StrEnum):
    """Where a flag stands."""

    WAITS = "waits"
    ACTED = "acted"
    STAYS = "stays"
    GONE = "gone"


_STAYS: Final = frozenset({"approve", "none", "restore"})
SENTENCES: Final[Mapping[Outcome, Lazy]] = {
    Outcome.WAITS: lazy("Waiting for a moderator."),
    Outcome.ACTED: lazy("A moderator looked at it and acted on it."),
    Outcome.STAYS: lazy("A moderator looked at it and decided that it can stay."),
    Outcome.GONE: lazy("It was taken back by its author before anybody decided."),
}


def outcome_of(state: str | None, action: str | None) -> Outcome:
    """From the state of the flag's item and the action of the last decision on it; None where there is none."""
    if state == "closed":
        return Outcome.GONE
    if state != "decided" or action is None:
        return Outcome.WAITS
    return Outcome.STAYS if action in _STAYS else Outcome.ACTED


def shown(flag: Mapping[str, Any], state: str | None, action: str | None) -> dict[str, Any]:
    """One's own flag, as one's page shows it."""
    outcome = outcome_of(state, action)
    kept = {name: flag[name] for name in ("id", "target_type", "target_id", "reason", "note", "at")}
    return {**kept, "outcome": outcome, "sentence": str(SENTENCES[outcome])}
