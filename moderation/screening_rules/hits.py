"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from foundation.folding import Plain

Kind = Literal["abuse", "personal_data", "emergency"]
"""Abuse is held, personal data is warned of first, an emergency shows 999."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: by which rule and version, and where in the text (characters, end not included)."""

    rule: str
    version: int
    start: int
    end: int
    kind: Kind


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id and version; `find` gives the spans, in the original text, of what it is about.

    The version is raised whenever the same text may be judged otherwise than before, its word list included.
    """

    id: str
    version: int
    kind: Kind
    find: Callable[[Plain], Iterable[Span]]

    def hits(self, plain: Plain) -> list[Hit]:
        return [Hit(self.id, self.version, start, end, self.kind) for start, end in self.find(plain)]
