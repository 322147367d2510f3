"""Reading a FeatureCollection feature by feature, so that each is known by its line and number.

A whole-file parser forgets where things stood and gives up at the first error; this walks the outer object and hands
each feature to the standard parser. What follows a syntax error can't be found again and is said to be lost.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_decode = json.JSONDecoder().raw_decode
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True)
class Feature:
    """One feature as it stands: its number and the line it begins on, both from 1."""

    number: int
    line: int
    value: Any


class BrokenFile(Exception):
    """The text stops being a FeatureCollection: at a line, for a reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class _Scanner:
    """A place in the text, which moves on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._counted_to = 0
        self._line = 1

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.text[self.at : self.at + 1]

    def line(self) -> int:
        self._line += self.text.count("\n", self._counted_to, self.at)
        self._counted_to = self.at
        return self._line

    def take(self, character: str) -> None:
        if self.peek() != character:
            raise BrokenFile(self.line(), f"{character} is missing here; the rest of the file is lost")
        self.at += 1

    def value(self) -> Any:
        self.peek()
        try:
            value, self.at = _decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = max(self.at, error.pos)
            raise BrokenFile(self.line(), f"not JSON ({error.msg}); the rest of the file is lost") from None
        except (RecursionError, ValueError):
            raise BrokenFile(self.line(), "this can't be read (nested too deep, or a number too long)") from None
        return value

    def more(self, end: str) -> bool:
        """After an element: whether another follows, or the list or object ends."""
        if self.peek() == end:
            self.at += 1
            return False
        self.take(",")
        return True

    def opens(self, begin: str, end: str) -> bool:
        """Take the beginning of a list or object: whether it has anything in it."""
        self.take(begin)
        if self.peek() == end:
            self.at += 1
            return False
        return True


def read_features(text: str) -> Iterator[Feature]:
    """Each feature of a FeatureCollection in the file's order; raises BrokenFile where it can't go on."""
    scanner = _Scanner(text)
    found = False
    inside = scanner.opens("{", "}")
    while inside:
        name = scanner.value()
        scanner.take(":")
        if name == "features" and scanner.peek() == "[":
            found = True
            yield from _list(scanner)
        else:
            _check_member(name, scanner.value(), scanner.line())
        inside = scanner.more("}")
    if not found:
        raise BrokenFile(1, "this is not a GeoJSON FeatureCollection: it has no list named features")
    if scanner.peek():
        raise BrokenFile(scanner.line(), "something follows the end of the FeatureCollection")


def _check_member(name: object, value: object, line: int) -> None:
    if name == "type" and value != "FeatureCollection":
        raise BrokenFile(line, f"this must be a GeoJSON FeatureCollection, not {str(value)[:40]}")


def _list(scanner: _Scanner) -> Iterator[Feature]:
    number = 0
    inside = scanner.opens("[", "]")
    while inside:
        number += 1
        scanner.peek()
        line = scanner.line()
        yield Feature(number, line, scanner.value())
        inside = scanner.more("]")
