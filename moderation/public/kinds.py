"""What an act was about, as everybody may know it."""

from typing import Final

from foundation.errors import Invalid
from foundation.language import _
from moderation.items.kinds import Kind

PUBLIC_KINDS: Final = tuple(kind for kind in Kind if kind is not Kind.SEALED)
"""Every kind but one: that a sealed case was touched is known to nobody who is not cleared for it."""

_AS_OTHER = (Kind.OTHER.value, Kind.SEALED.value, "")


def public_kind(kind: str) -> str:
    """The kind as it is told: what is sealed, or was never said, is `other`."""
    return kind if kind in PUBLIC_KINDS else Kind.OTHER.value


def kept_kinds(asked: str) -> tuple[str, ...]:
    """The kinds in the rows that are told as this one; raises Invalid for one that is none, a sealed one too."""
    if asked not in PUBLIC_KINDS:
        raise Invalid.at("kind", _("There is no such kind."))
    return _AS_OTHER if asked == Kind.OTHER else (asked,)
