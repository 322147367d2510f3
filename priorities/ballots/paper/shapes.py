"""What clients send about slips, and what they get."""

from typing import Annotated, Literal

import msgspec

from priorities.ballots.choices import Points

_Id = Annotated[str, msgspec.Meta(max_length=64)]
Serial = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
_Line = Annotated[str, msgspec.Meta(max_length=200)]


class SlipCounts(msgspec.Struct):
    """Where the slips of a round are: `printed` is the sum of `left`, `out`, `counted` and `spoiled`.

    Of those that are `out`, `read_once` wait for a second reader, and of `differing` two people read different things.
    """

    printed: int
    left: int
    out: int
    read_once: int
    differing: int
    counted: int
    spoiled: int


class PrintSlips(msgspec.Struct):
    count: int


class NewSlip(msgspec.Struct):
    """`receipt` is for its tear-off, and told this once."""

    serial: int
    receipt: str


class NewSlips(msgspec.Struct):
    items: list[NewSlip]


class FindResidents(msgspec.Struct):
    """Residents with an account, by a part of their name."""

    name: _Line


class FoundResident(msgspec.Struct):
    id: str
    name: str
    tier: str


class FoundResidents(msgspec.Struct):
    items: list[FoundResident]


class IssueSlip(msgspec.Struct):
    """Either `person`, the id of who has an account, or `name`, `house` and `postcode` of who has none.

    `same_name`: the account of this name is not theirs.
    """

    serial: Serial
    person: _Id | None = None
    name: _Line = ""
    house: _Line = ""
    postcode: _Line = ""
    same_name: bool = False


class ReadSlip(msgspec.Struct):
    """`choices` as a ballot has them, or null for a slip that holds none: empty, or nobody can tell what is meant."""

    serial: Serial
    choices: Annotated[list[_Id | Points], msgspec.Meta(max_length=200)] | None


class SlipRead(msgspec.Struct):
    """`waiting`: for a second reader. `differs`: two read otherwise. `counted`, `spoiled`: they read the same."""

    state: Literal["waiting", "differs", "counted", "spoiled"]


class ReturnSlip(msgspec.Struct):
    """Of whom: `person`, the id of who has an account, or `name`, `house` and `postcode`, as it was given out."""

    serial: Serial
    person: _Id | None = None
    name: _Line = ""
    house: _Line = ""
    postcode: _Line = ""


class SpoilSlip(msgspec.Struct):
    """`replacement`: the slip that its holder is given instead."""

    serial: Serial
    reason: Annotated[str, msgspec.Meta(max_length=2000)]
    replacement: Serial | None = None
