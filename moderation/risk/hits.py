"""What the model heard as hits, kept like those of rules: with its version, its score and the sentence."""

from typing import Any, Final

from moderation.items.kinds import Kind
from moderation.risk.heard import Heard
from moderation.risk.versions import find_version
from moderation.screening_rules.hits import Hit

RULE: Final = "model."
"""Before the kind, in a hit's rule: `model.emergency` where it is sure and people are called, `model.danger` where it
only sounds like an emergency."""


def hits_of(heard: Heard) -> tuple[Hit, ...]:
    """One hit for each kind that was heard."""
    return tuple(_hit(heard, kind) for kind in heard.kinds)


def _hit(heard: Heard, kind: Kind) -> Hit:
    scored = scored_as(kind)
    start, end = heard.places.get(scored, (None, None))
    return Hit(f"{RULE}{kind}", heard.version, start, end, kind, heard.scores.get(scored))


def threshold_of(hit: dict[str, Any]) -> float | None:
    """From which score on the version of that day was heard so; None for a rule's hit, or a version unknown here."""
    version = find_version(hit["version"]) if hit["rule"].startswith(RULE) else None
    if version is None:
        return None
    kind = Kind(hit["rule"].removeprefix(RULE))
    return version.sure.get(kind) if kind is Kind.EMERGENCY else version.heard.get(scored_as(kind))


def scored_as(kind: Kind) -> Kind:
    """What the model's score for it is called: what only sounds like an emergency is scored as one."""
    return Kind.EMERGENCY if kind is Kind.DANGER else kind
