"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from moderation.items.kinds import Kind
from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Hit, Span
from moderation.screening_rules.reading import Reading

Find = Callable[[Reading, Context], Iterable[Span]]
"""The spans, in the original text, of what a rule is about."""
_MOST = 20


class Action(StrEnum):
    """What is done with a text, each stronger than the one before: post it, ask its author first, let a moderator see
    it first, page a person at once.
    """

    ALLOW = "allow"
    WARN = "warn"
    HOLD = "hold"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id and version. `purpose` is one sentence for staff that says what it is for.

    The version is raised whenever the same text may be judged otherwise than before, its word list included.
    """

    id: str
    version: int
    kind: Kind
    action: Action
    order: int
    purpose: str
    find: Find

    def hits(self, reading: Reading, context: Context) -> list[Hit]:
        """The first twenty: enough to judge by, and a wall of numbers costs no more than one."""
        found = islice(self.find(reading, context), _MOST)
        return [Hit(self.id, self.version, start, end, self.kind) for start, end in found]
