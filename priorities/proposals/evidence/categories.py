"""The kinds of recorded crime, as people call them."""

from typing import Final

from foundation.language import Lazy, lazy

_NAMES: Final[dict[str, Lazy]] = {
    "anti-social-behaviour": lazy("Antisocial behaviour"),
    "bicycle-theft": lazy("Bicycle theft"),
    "burglary": lazy("Burglary"),
    "criminal-damage-and-arson": lazy("Criminal damage and arson"),
    "drugs": lazy("Drugs"),
    "other-crime": lazy("Other crime"),
    "other-theft": lazy("Other theft"),
    "possession-of-weapons": lazy("Possession of weapons"),
    "public-order": lazy("Public order"),
    "robbery": lazy("Robbery"),
    "shoplifting": lazy("Shoplifting"),
    "theft-from-the-person": lazy("Theft from the person"),
    "vehicle-crime": lazy("Vehicle crime"),
    "violence-and-sexual-offences": lazy("Violence and sexual offences"),
}


def category_name(category: str) -> str:
    """The name of a kind in the reader’s language; of one that we don’t know, as the file has it."""
    known = _NAMES.get(category)
    return str(known) if known else category.replace("-", " ").capitalize()
