"""The variables of canned answers: named in double braces, filled by the server from its own record."""

import re
from collections.abc import Mapping

from foundation.language import lazy

VARIABLES = {
    "officer": lazy("your rank and name"),
    "neighbourhood": lazy("the neighbourhood’s name"),
    "surgery": lazy("the surgery’s title"),
    "date": lazy("the surgery’s day"),
    "next_surgery": lazy("the next surgery’s day and time"),
    "promises_page": lazy("the address of the neighbourhood’s promises"),
}
"""Each variable, and what stands in its place."""

_PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}")


def unknown_in(body: str) -> list[str]:
    """What stands in double braces and is no variable, and braces that do not belong together."""
    named = [name for name in _PLACE.findall(body) if name not in VARIABLES]
    return named + _BRACES.findall(_PLACE.sub("", body))


def filled(body: str, values: Mapping[str, str]) -> str:
    """The text with each variable's value in its place. Values are text: what they hold is not filled again."""
    return _PLACE.sub(lambda found: values[found[1]], body)
