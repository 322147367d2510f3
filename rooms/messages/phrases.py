"""Sentences that under-16s can send with one tap: to join in takes no typing, and says nothing about who one is."""

from accounts.residents.privacy import is_one_of_the_young
from foundation.language import lazy
from foundation.permissions import Viewer

_PHRASES = (
    lazy("Hello"),
    lazy("I have a question"),
    lazy("I agree"),
    lazy("I see it differently"),
    lazy("Can you explain that?"),
    lazy("Something worries me here"),
    lazy("Thank you"),
)


async def phrases_for(viewer: Viewer) -> list[str]:
    """The sentences offered to a viewer, in their language: none but to under-16s. They are sent as any message."""
    return [str(phrase) for phrase in _PHRASES] if await is_one_of_the_young(viewer) else []
