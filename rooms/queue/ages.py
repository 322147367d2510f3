"""Whether somebody who asks for a word alone is a child: asked where their account does not say, as a band."""

from accounts.residents.privacy import AgeBand, age_band_of, is_young, known_age
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer


async def asks_age(viewer: Viewer) -> bool:
    """Whether the form has to ask."""
    return viewer.signed_in and await known_age(viewer) is None


async def check_age(viewer: Viewer, said: str | None) -> bool:
    """Whether they are under 16, by their account or by what they `said` (a band); raises Invalid where neither says.

    Who says now that they are a child is believed, whatever their account says.
    """
    given = age_band_of(said or "")
    band = given if given is AgeBand.UNDER_16 else await known_age(viewer) or given
    if band is None:
        raise Invalid.at("age", _("Choose how old you are. Under 16, you are looked after with more care."))
    return is_young(band)
