"""What a rule finds."""

from dataclasses import dataclass

from moderation.items.kinds import Kind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: by which rule and version, and where in the text (characters, end not included).

    Without a place where nobody may read what was found: see `moderation.sealed`. `score` says how sure the model was,
    from 0 to 1, where it was the model that heard it: see `moderation.risk.hits`.
    """

    rule: str
    version: int
    start: int | None
    end: int | None
    kind: Kind
    score: float | None = None
