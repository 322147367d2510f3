"""A force's own words: what it holds besides the lists that come with Bluelamp, and what it lets pass."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Entries of a force, each one word or a phrase: `held`, and `passed`, which win. `id` is the rule set's."""

    held: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    id: str = ""


NO_WORDS = OwnWords()
