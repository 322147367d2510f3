"""What follows from how old somebody says they are. Asked as a band, never as a birth date, and shown to nobody.

The rules are those of the ICO's Children's Code (standards 3 and 7): the young get high privacy without asking for it.
"""

from enum import StrEnum

from accounts.residents import store
from accounts.residents.shown import ShownAs
from foundation.permissions import Role, Viewer


class AgeBand(StrEnum):
    """How old somebody says they are, as closely as anybody here asks."""

    UNDER_16 = "under_16"
    SIXTEEN = "16_or_17"
    ADULT = "18_or_over"


def age_band_of(text: str) -> AgeBand | None:
    """The band that a form names, or None for what is none."""
    return next((each for each in AgeBand if each == text), None)


def is_young(age_band: str | None) -> bool:
    """Whether somebody of this band gets the defaults of the young."""
    return age_band == AgeBand.UNDER_16


async def is_one_of_the_young(viewer: Viewer) -> bool:
    """Whether the viewer is a resident who gets the defaults of the young."""
    return viewer.role is Role.RESIDENT and is_young((await store.own_resident(str(viewer.id)))["age_band"])


async def known_age(viewer: Viewer) -> AgeBand | None:
    """How old the viewer's account says they are; None for guests, and who was never asked."""
    if viewer.role is not Role.RESIDENT:
        return None
    return age_band_of((await store.own_resident(str(viewer.id)))["age_band"] or "")


def shown_as_for(age_band: str | None, wanted: ShownAs) -> ShownAs:
    """Under-16s are shown under their first name, whatever was asked for."""
    return ShownAs.FIRST if is_young(age_band) else wanted
