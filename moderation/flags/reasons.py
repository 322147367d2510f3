"""Why people flag, in the contract's words, and what an item is about for it."""

from enum import StrEnum
from typing import Final

from moderation.items.kinds import Kind


class FlagReason(StrEnum):
    """Why somebody flags, as the contract names it."""

    ABOUT_ME = "about_me"
    DANGER = "danger"
    CHILD = "child"
    PERSONAL_DATA = "personal_data"
    ABUSE = "abuse"
    OTHER = "other"

    @property
    def kind(self) -> Kind:
        return Kind(self.value)


ABOUT_SAFETY: Final = frozenset({FlagReason.DANGER, FlagReason.CHILD})
"""Heard from everybody, also from who may not flag otherwise: those who cry wolf are in danger once, too."""
ABOUT_PRIVACY: Final = frozenset({FlagReason.ABOUT_ME, FlagReason.PERSONAL_DATA, FlagReason.CHILD})
"""Every minute that somebody's details stand there does harm."""
