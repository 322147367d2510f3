"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from foundation.folding import Plain
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Hit, Span

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
