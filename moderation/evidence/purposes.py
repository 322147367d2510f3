"""What evidence is taken out for, and what goes into the file then.

A court gets what the force has. A complaint's file may be read by whoever complained: it has roles and not names of
staff, no private notes, and nothing that those who flagged wrote. Who flagged is in neither.
"""

from enum import StrEnum
from typing import Any, Final

from foundation.language import Lazy, lazy

JSON = dict[str, Any]


class Purpose(StrEnum):
    """What for."""

    COURT = "court"
    COMPLAINT = "complaint"


PURPOSES: Final[dict[str, Lazy]] = {
    Purpose.COURT: lazy("A court, or an investigation"),
    Purpose.COMPLAINT: lazy("A complaint"),
}
_OF_COURTS: Final = {"decisions": ("actor_id", "note"), "flags": ("note",), "audit": ("actor_id", "address")}
_READ: Final = ("evidence.read", "evidence.export")
_DECISION = (
    "id", "action", "clause", "rules_version", "reason", "note", "seconds", "until", "to", "revision", "actor_role",
    "actor_id", "at", "supersedes_id", "item_id", "was", "opened_at", "kind",
)  # fmt: skip
_FLAG = ("id", "reason", "revision", "at", "note")
_ENTRY = (
    "id", "at", "act", "actor_id", "actor_role", "subject_type", "subject_id", "reason", "details", "address",
    "link",
)  # fmt: skip


def decisions_for(purpose: Purpose, rows: list[JSON]) -> list[JSON]:
    """Decisions as the file has them."""
    return [_cut(row, _DECISION, purpose, "decisions") for row in rows]


def flags_for(purpose: Purpose, rows: list[JSON]) -> list[JSON]:
    """Flags as the file has them: never whose they are."""
    return [_cut(row, _FLAG, purpose, "flags") for row in rows]


def audit_for(purpose: Purpose, entries: list[JSON]) -> list[JSON]:
    """The audit's entries as the file has them: of keeping and deciding, and for a court of reading.

    Nothing of flags, nor of legal holds: telling of those could undo an enquiry. For a court with all that an entry's
    digest covers.
    """
    read = () if purpose is Purpose.COMPLAINT else _READ
    return [
        _cut(entry, _ENTRY, purpose, "audit") | {"personal": entry["personal_digest"]}
        for entry in entries
        if entry["act"] in ("evidence.keep", *read) or "decision" in entry["details"]
    ]


def _cut(row: JSON, names: tuple[str, ...], purpose: Purpose, what: str) -> JSON:
    left_out = () if purpose is Purpose.COURT else _OF_COURTS[what]
    return {name: row[name] for name in names if name not in left_out}
