"""Where a resident lives: a neighbourhood, found by a postcode that is not kept."""

from foundation.errors import Invalid, NotFound
from foundation.language import _
from neighbourhoods.service import find_by_postcode


async def check_home(postcode: str) -> str:
    """The id of the neighbourhood of a postcode; raises Invalid where it is malformed, unknown, or served by nobody."""
    try:
        places = await find_by_postcode(postcode)
    except NotFound as refusal:
        raise Invalid.at("postcode", refusal.message) from None
    if not places:
        raise Invalid.at(
            "postcode",
            _("That postcode is outside the neighbourhoods of this service. Leave it empty, or give another."),
        )
    return places[0].id
