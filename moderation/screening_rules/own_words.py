"""A force's own words: what it holds besides the lists that come with Bluelamp, and what it lets pass."""

from dataclasses import dataclass
from functools import cached_property

from moderation.screening_rules.phrases import Phrases


@dataclass(frozen=True)
class OwnWords:
    """Entries of a force, each one word or a phrase: `held`, and `passed`, which win."""

    held: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()

    @cached_property
    def to_hold(self) -> Phrases:
        return Phrases(self.held)

    @cached_property
    def to_pass(self) -> Phrases:
        return Phrases(self.passed)


NO_WORDS = OwnWords()
