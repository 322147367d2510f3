"""What an act was about, as everybody may know it."""

from foundation.errors import Invalid
from foundation.language import Lazy, _, lazy
from moderation.items.kinds import Kind

KIND_NAMES: dict[str, Lazy] = {
    Kind.EMERGENCY: lazy("Emergency"),
    Kind.DANGER: lazy("Somebody in danger"),
    Kind.CHILD: lazy("A child"),
    Kind.GROOMING: lazy("Approaching a child"),
    Kind.THREAT: lazy("Threat"),
    Kind.ABOUT_ME: lazy("About the person who flagged it"),
    Kind.NAMES: lazy("A name beside an accusation"),
    Kind.PERSONAL_DATA: lazy("Personal details"),
    Kind.ABUSE: lazy("Abuse"),
    Kind.LINK: lazy("Link"),
    Kind.FLOOD: lazy("Repeated text"),
    Kind.NEWCOMER: lazy("A new person’s post"),
    Kind.PREMODERATED: lazy("Every post of the place was read first"),
    Kind.OTHER: lazy("Other"),
}
"""Every kind but one: that a sealed case was touched is known to nobody who is not cleared for it."""

_AS_OTHER = (Kind.OTHER.value, Kind.SEALED.value, "")


def public_kind(kind: str) -> str:
    """The kind as it is told: what is sealed, or was never said, is `other`."""
    return kind if kind in KIND_NAMES else Kind.OTHER.value


def kept_kinds(asked: str) -> tuple[str, ...]:
    """The kinds in the rows that are told as this one; raises Invalid for one that is none, a sealed one too."""
    if asked not in KIND_NAMES:
        raise Invalid.at("kind", _("There is no such kind."))
    return _AS_OTHER if asked == Kind.OTHER else (asked,)
