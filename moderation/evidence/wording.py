"""Evidence in words: what it is about, why it was kept, what was decided."""

from collections.abc import Sequence
from typing import Any, Final

from foundation.language import Lazy, lazy
from moderation.items.kinds import DISTRESSING
from moderation.names import DONE, KINDS, ROLES, TARGETS, worded
from moderation.public.wording import clause_name

JSON = dict[str, Any]

WHY: Final[dict[str, Lazy]] = {
    "held": lazy("Held before anybody read it"),
    "flagged": lazy("Flagged"),
    "paged": lazy("Somebody was called to look"),
    "decided": lazy("Decided about"),
    "appeal": lazy("Appealed"),
}
STATES: Final[dict[str, Lazy]] = {
    "held": lazy("Held: nobody else could read it"),
    "published": lazy("Shown to everybody"),
    "hidden": lazy("Taken down"),
    "gone": lazy("Taken back by its author"),
}


def rows_in_words(rows: Sequence[JSON]) -> list[JSON]:
    """Rows of evidence with `about`, `what`, `because`, and whether they are `distressing`."""
    return [
        row
        | {
            "about": worded(KINDS, row["kind"]),
            "what": worded(TARGETS, row["target_type"]),
            "because": worded(WHY, row["why"]),
            "distressing": row["kind"] in DISTRESSING,
        }
        for row in rows
    ]


def decisions_in_words(decisions: Sequence[JSON]) -> list[JSON]:
    """Rows of decisions with `did`, `by_role` and `rule`, the title of the clause."""
    return [
        row
        | {
            "did": worded(DONE, row["action"]),
            "by_role": worded(ROLES, row["actor_role"] or "rule"),
            "rule": clause_name(row["clause"]) if row["clause"] else "",
        }
        for row in decisions
    ]
