"""Where something is about: a street or a place that everybody knows, never somebody's house."""

import re
from typing import Any

from foundation.errors import Invalid
from foundation.language import _
from foundation.lengths import check_line
from foundation.official_marks import says_mark
from neighbourhoods.geometry import is_on_earth

JSON = dict[str, Any]
FIELD = "place_name"
LONGEST = 120
"""Characters."""
DIGITS = 3
"""Of a degree: about 100 metres, a street and not a house."""

_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", re.IGNORECASE)
# A number that stands for itself, as houses and flats have one: 12, 12a, 12-14, No. 12. Roads (A470, M4) have letters
# before theirs.
_ONE = r"\d+\s?[a-z]?\b"
_NUMBER = re.compile(
    r"(?:\b(?:flat|house|no|number|apartment|apt|unit|room)\b\.?\s*)?(?<![\w.])" + _ONE + rf"(?:\s*[-–/]\s*{_ONE})?",
    re.IGNORECASE,
)
_NO_HOUSES = re.compile(
    r"\b(?:junction|exit|bus|buses|stop|route|platform|gate|car park|bay|ward|zone|block|hole|cyffordd|bws)"
    r"\s+(?:no\.?\s*)?\d+\w?\b",
    re.IGNORECASE,
)
"""Numbers of what nobody lives in."""


def checked_place(name: str, latitude: float | None = None, longitude: float | None = None) -> JSON:
    """The columns `place_…` of words; raises Invalid for a house number, a postcode, a mark of ours, no place on Earth.

    Coordinates are kept to a thousandth of a degree. A place without a name has none.
    """
    text = check_line(name, LONGEST, FIELD)
    if _POSTCODE.search(text):
        raise Invalid.at(FIELD, _("Please leave the postcode out: it points to a few houses. The street says enough."))
    if found := _NUMBER.search(_NO_HOUSES.sub("", text)):
        raise Invalid.at(FIELD, _without_number(text, found[0]))
    if says_mark(text):
        raise Invalid.at(FIELD, _("Name the place alone: a street, or what everybody knows."))
    named = text and latitude is not None and longitude is not None
    return {"place_name": text, **(coarse(latitude, longitude) if named else coarse())}


def coarse(latitude: float | None = None, longitude: float | None = None, field: str = FIELD) -> JSON:
    """The columns of a position, to about 100 metres; Nones where it is not given. Raises Invalid, not on Earth."""
    if latitude is None or longitude is None:
        return {"place_latitude": None, "place_longitude": None}
    if not is_on_earth(latitude, longitude):
        raise Invalid.at(field, _("There is no such place. Leave the coordinates out."))
    return {"place_latitude": round(latitude, DIGITS), "place_longitude": round(longitude, DIGITS)}


def _without_number(text: str, number: str) -> str:
    street = " ".join(text.replace(number, " ", 1).split()).strip(" ,")
    if not street or _NUMBER.search(_NO_HOUSES.sub("", street)):
        return _("Please leave house numbers out: everybody reads this. The street says enough.")
    return _("Please leave the house number out: everybody reads this. “%(street)s” says enough.", street=street)
