"""What clients send about letters, and what they get."""

from typing import Annotated

import msgspec

_Line = Annotated[str, msgspec.Meta(max_length=200)]


class LetterCounts(msgspec.Struct):
    """How many codes are good, used or not (`sent`), and how many are `void`."""

    sent: int
    void: int


class LetterTo(msgspec.Struct):
    """Whom a letter is for: `house` is its number or name."""

    name: _Line
    house: _Line
    postcode: _Line
    street: _Line = ""


class PrintLetters(msgspec.Struct):
    """`same_name`: also to those whose name somebody with an account there has."""

    addresses: Annotated[list[LetterTo], msgspec.Meta(max_length=500)]
    same_name: bool = False


class NewLetter(msgspec.Struct):
    """`row` is the place of its address in what was sent, from 1. `code` is told this once."""

    row: int
    code: str


class RefusedLetter(msgspec.Struct):
    """`row` likewise, and why no letter is made of it."""

    row: int
    message: str


class NewLetters(msgspec.Struct):
    letters: list[NewLetter]
    refused: list[RefusedLetter]


class VoidLetter(msgspec.Struct):
    """Either the `code` of a letter at hand, or whom it was for, who is taken off the list then."""

    code: _Line | None = None
    name: _Line = ""
    house: _Line = ""
    postcode: _Line = ""
