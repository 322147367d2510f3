"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
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

_MOST = 20


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
        """The first twenty: enough to judge by, and a wall of numbers costs no more than one."""
        return [Hit(self.id, self.version, *span, self.kind) for span in islice(self.find(plain), _MOST)]
