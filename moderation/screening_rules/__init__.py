"""The rules of screening: data in moderation/rules and moderation/words, and the ways in which they look."""

from moderation.screening_rules.hits import Hit

__all__ = ["Hit"]
