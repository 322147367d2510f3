"""The rules of screening, by kind: each looks at a text and gives its hits."""

from moderation.screening_rules import abuse, addresses, emergency, identifiers, phones, spelt_phones
from moderation.screening_rules.hits import Hit
from moderation.screening_rules.rules import Rule

RULES: tuple[Rule, ...] = (
    *abuse.RULES,
    *phones.RULES,
    *spelt_phones.RULES,
    *identifiers.RULES,
    *addresses.RULES,
    *emergency.RULES,
)
"""Every rule of today, in the order in which they are tried."""

__all__ = ["RULES", "Hit", "Rule"]
