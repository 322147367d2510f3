"""What a community rule is."""

from dataclasses import dataclass

from foundation.language import Lazy


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule: its id, and a title and text that are shown in the reader's language."""

    id: str
    title: Lazy
    text: Lazy
