"""What clients send and get of evidence cards, and how the JSON API describes it."""

from datetime import datetime
from typing import Annotated, Any

import msgspec

Words = Annotated[str, msgspec.Meta(max_length=4000)]


class MonthOfCrime(msgspec.Struct):
    """Crimes of the chosen kinds in the neighbourhood; `average`: in one of the force’s neighbourhoods."""

    month: str
    crimes: int
    average: float


class Evidence(msgspec.Struct):
    """What the police know of a proposal. `trend` is as it was when the card was written, the earliest month first."""

    known: str
    can: str
    cannot: str
    others: str
    categories: list[str]
    trend: list[MonthOfCrime] | None
    by: dict[str, Any] | None
    at: datetime
    version: int


class CardBody(msgspec.Struct):
    """`categories`: kinds of recorded crime as data.police.uk writes them; `version`: that of the card, 0 for none."""

    version: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
    known: Words = ""
    can: Words = ""
    cannot: Words = ""
    others: Words = ""
    categories: Annotated[list[Annotated[str, msgspec.Meta(max_length=60)]], msgspec.Meta(max_length=40)] = []
