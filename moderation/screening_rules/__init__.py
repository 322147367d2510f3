"""The rules of screening, by kind: each looks at a text and gives its hits."""

from moderation.screening_rules import abuse
from moderation.screening_rules.hits import Hit, Rule

RULES: tuple[Rule, ...] = (*abuse.RULES,)
"""Every rule of today, in the order in which they are tried."""

__all__ = ["RULES", "Hit", "Rule"]
