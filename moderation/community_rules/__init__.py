"""The community rules: what /rules shows, and the clauses that decisions cite by id.

An id is never given to another clause, and a version that was published is never changed: where the meaning of a clause
changes, a new version is added here, so that a decision can be read years later beside the words of its day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from foundation.errors import Invalid
from foundation.language import Lazy, _, lazy
from moderation.community_rules import version_1, version_2
from moderation.community_rules.clauses import Clause

__all__ = ["CLAUSES", "VERSION", "VERSIONS", "Clause", "Version", "check_clause", "find_clause", "shown_rules"]


@dataclass(frozen=True, slots=True)
class Version:
    """The rules of one time: `since` that day; `changes` are sentences on what is other than before."""

    number: int
    since: date
    clauses: Sequence[Clause]
    changes: Sequence[Lazy]


VERSIONS: Final = (
    Version(1, date(2026, 11, 21), version_1.CLAUSES, (lazy("The first version."),)),
    Version(2, date(2026, 11, 22), version_2.CLAUSES, version_2.CHANGES),
)
VERSION: Final = VERSIONS[-1].number
CLAUSES: Final = VERSIONS[-1].clauses


def find_clause(clause: str, version: int = VERSION) -> Clause | None:
    """The clause of this id in a version, or None."""
    return next((each for each in VERSIONS[version - 1].clauses if each.id == clause), None)


def check_clause(clause: str) -> None:
    """Raises Invalid for what is no clause of the rules of today; an empty one names none."""
    if clause and find_clause(clause) is None:
        raise Invalid.at("clause", _("There is no such rule. Choose one of the community rules."))


def shown_rules(version: int = VERSION) -> list[dict[str, str]]:
    """The rules of a version in their order, `{id, title, text}` each, in the language of the request."""
    clauses = VERSIONS[version - 1].clauses
    return [{"id": clause.id, "title": str(clause.title), "text": str(clause.text)} for clause in clauses]
