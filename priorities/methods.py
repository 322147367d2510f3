"""The words of how a round votes and counts. They stand apart from the tables: who counts again needs no database."""

from enum import StrEnum
from typing import Final

POINTS: Final = 10
"""How many points a ballot has to spread."""


class Method(StrEnum):
    """What a ballot of a round says: options that one wants, ten points spread over them, or an order of them."""

    APPROVAL = "approval"
    POINTS = "points"
    RANKING = "ranking"


class Advice(StrEnum):
    """Which count of an approval vote advises the panel."""

    PLAIN = "plain"
    EQUAL_SHARES = "equal_shares"
