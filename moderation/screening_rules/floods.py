"""Texts that drown what others say: something said again and again, walls of letters, characters that nobody sees."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.reading import STOP, Reading
from moderation.screening_rules.rules import Find

_MANY_WORDS: Final = 40
_SAME_LINES: Final = 10
_REPEATED_SHARE: Final = 12
"""Words of which each is said so often on average say little."""
_WALL = re2.compile(r"[a-z0-9+/=_\-]{160,}|(?:[a-z0-9+/=]{56,}\s+){3,}")
_LETTERS_OF_A_WALL: Final = 12
"""Different ones, at least: a scream of one letter is read at a glance."""
_UNBROKEN = re2.compile(r"\S{56}")
"""Every wall has one, and hardly any other text."""
_UNSEEN_MOST: Final = 100
_MOST_PER_LETTER: Final = 3
_TALL, _DEEP, _MANY_DEEP = 8, 3, 8
"""Marks that reach into the lines above and below: so many in one heap, or so many letters of ours with this many."""
_MARKS = re2.compile(r"[\p{Mn}\p{Me}]{3}")
_SIGNS_MOST: Final = 300
"""Seven lines of a phone: a frame around a title, a table of ten rows or forty smileys have fewer."""
_SIGNS_PER_LETTER: Final = 4
_NOT_SAID = re.compile(r"\s+|[^\W_]+")
_WIDE = re2.compile(r"[\x{2300}-\x{2BFF}\x{1F000}-\x{1FAFF}]")


def repeats(_lists: Lists, _words: str, _but_not: str) -> Find:
    """One line ten times over, or forty words of which each is said a dozen times."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        if _say_little(reading):
            yield 0, len(reading.source)
        elif reading.source.count("\n") >= _SAME_LINES - 1:
            lines = Counter(line.strip() for line in reading.text.split("\n") if line.strip())
            if lines and lines.most_common(1)[0][1] >= _SAME_LINES:
                yield 0, len(reading.source)

    return find


def walls(_lists: Lists, _words: str, _but_not: str) -> Find:
    """What only machines read, as Base64; not the address of a page."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        if not _UNBROKEN.search(reading.text):
            return
        for found in _WALL.finditer(reading.text):
            before = reading.text[max(0, found.start() - 1000) : found.start()]
            if "://" not in before.rpartition(" ")[2] and len(set(found[0])) >= _LETTERS_OF_A_WALL:
                yield reading.span(*found.span())

    return find


def signs(_lists: Lists, _words: str, _but_not: str) -> Find:
    """Walls of dots, signs or emoji (each of which is two wide), with next to no words in them."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        if 2 * len(reading.text) < _SIGNS_MOST:
            return
        not_said = _NOT_SAID.sub("", reading.text)
        many = len(not_said) + len(_WIDE.findall(not_said))
        if many >= _SIGNS_MOST and many > _SIGNS_PER_LETTER * sum(map(str.isalnum, reading.text)):
            yield 0, len(reading.source)

    return find


def unseen(_lists: Lists, _words: str, _but_not: str) -> Find:
    """A hundred characters without width, or marks heaped on letters three deep."""

    def find(reading: Reading, _context: Context) -> Iterator[Span]:
        lost = len(reading.source) - len(reading.text)
        if lost >= _TALL and _is_heaped_up(reading.source):
            yield 0, len(reading.source)
            return
        if lost <= _UNSEEN_MOST:
            return
        heaped = lost > _MOST_PER_LETTER * sum(map(str.isalnum, reading.text))
        if heaped or _hidden(reading.source) > _UNSEEN_MOST:
            yield 0, len(reading.source)

    return find


def _is_heaped_up(source: str) -> bool:
    # What makes up emoji is lost from many texts, and few of those have a heap: not all are counted through.
    if not _MARKS.search(source.encode("utf-8", "replace").decode()):
        return False
    deep, marks, ours = 0, 0, False
    for character in source:
        if unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
            deep += ours and marks == _DEEP
            if marks == _TALL or deep == _MANY_DEEP:
                return True
        else:
            marks, ours = 0, character < "\u0250" and character.isalpha()
    return False


def _say_little(reading: Reading) -> bool:
    words, kinds = len(reading.keys) - reading.keys.count(STOP), len(reading.key_set) - 1
    return words >= _MANY_WORDS and words >= _REPEATED_SHARE * kinds


def _hidden(source: str) -> int:
    """How many characters are there to be seen by nobody, but for the joiners that families of emoji are made with."""
    return sum(unicodedata.category(character) == "Cf" for character in source if character != "\u200d")
