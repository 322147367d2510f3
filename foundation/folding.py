"""Folding: what a text looks like to a reader, so that words and names in disguise are still recognised.

`Plain` and its words are for whole texts, with places that point into the original; `skeleton` compares names. Any
text is taken, of any length: the work is linear in it.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from foundation.confusables import CONFUSABLES

_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
# Blank letters, and apostrophes: "he's" and "hes" are one word to us, as they are to people in a hurry.
_SKIPPED = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0'’‘ʼʻʹʾʿ`´")
_SPACES = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x1f\x85")
_LEET = str.maketrans("013457@$", "oleastas")
_DISGUISE = frozenset("013457@$")
# Digits that are numbers, not letters in disguise: 999, A470, CF10, 21st, 6pm, 30mph. (A55 is a road.)
_NUMBER = re.compile(r"[a-z]{0,2}[0-9]+|[0-9]+(?:st|nd|rd|th|am|pm|k|m|mph)")
_KEPT = 20_000
_BEYOND_ASCII = re.compile(r"([^\x00-\x7f])")
_MOST_PIECES = 200
"""Into so many a text is taken apart whose letters are nearly all of ASCII: those are folded at once, others singly."""
WORD = re.compile(r"[a-z0-9$][a-z0-9$@]*(?<!@)|[^\W_a-z0-9]+")
_WORDS = re.compile(f"({WORD.pattern})")
_LETTERS = re.compile(r"[^\W_]+")


class Token(NamedTuple):
    """One word: where it stands in the original text (end not included), and how it reads when folded."""

    start: int
    end: int
    folded: str


class Plain:
    """A text and its plain form: lower case, without accents, lookalikes as Latin letters, unseen characters gone.

    `text` is the plain form. Digits and signs in it are as they were, but for those of other scripts, which become
    0 to 9; `span` leads from places in it back to the original.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = _plain(source)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of text[start:end], which must not be empty."""
        if self._steps is None:
            return start, end
        return self._origin(start), self._origin(end - 1) + 1

    @property
    def is_as_written(self) -> bool:
        """Whether each character of the plain form stands where the one that it comes from does."""
        return self._steps is None

    @cached_property
    def folded(self) -> list[str]:
        """The words of `words` as they read when folded, without their places."""
        return [word if word.isalpha() else undisguised(word) for word in WORD.findall(self.text)]

    @cached_property
    def words(self) -> list[Token]:
        """The words in order, with letters for the digits and signs that stand for them (0 1 3 4 5 7 @ $)."""
        if self._steps is None:
            ends = list(accumulate(map(len, _WORDS.split(self.text))))
            return list(map(Token, ends[0::2], ends[1::2], self.folded))
        return [Token(*self.span(*found.span()), undisguised(found[0])) for found in WORD.finditer(self.text)]

    def _origin(self, at: int) -> int:
        plain, source = self._steps or ([0], [0])
        last = bisect_right(plain, at) - 1
        return source[last] + at - plain[last]

    @cached_property
    def _steps(self) -> tuple[list[int], list[int]] | None:
        """Places of the plain form from which on it runs beside the original otherwise than before, and where in the
        original each of them comes from. None where both run side by side all the way.
        """
        if self.source.isascii() and len(self.text) == len(self.source):
            return None
        plain, source, ahead = [0], [0], 0
        for found in _ODD.finditer(self.source):
            at, length = found.start(), len(_PLAIN[found[0]])
            if length != 1:
                _step_over(plain, source, at + ahead, at, length)
                ahead += length - 1
        return (plain, source) if len(plain) > 1 or source != [0] else None


def fold_words(text: str) -> list[Token]:
    """The words of a text, folded, with their places in the original: `Sh1t,` is `shlt`, 0 to 4."""
    return Plain(text).words


def skeleton(name: str) -> str:
    """What a name looks like: two names with one skeleton can be taken for each other. Words keep one space between.

    Beyond a word's folding every digit counts as a letter, `rn` is `m`, `vv` is `w`, and i and l are one letter (a
    capital i can't be told from an l). The skeleton of a skeleton is itself.
    """
    letters = _plain(name).translate(_LEET)
    return _seen(" ".join(_LETTERS.findall(letters)))


def looks_like(folded: str) -> str:
    """The skeleton of words that are folded already, written together."""
    return _seen(folded.translate(_LEET))


def _seen(letters: str) -> str:
    return letters.replace("rn", "m").replace("vv", "w").replace("i", "l")


def undisguised(word: str) -> str:
    """A word of a plain text with letters for the digits and signs that stand for them, if it is no number."""
    if _DISGUISE.isdisjoint(word) or _NUMBER.fullmatch(word):
        return word
    return word.translate(_LEET)


def _step_over(plain: list[int], source: list[int], at: int, origin: int, length: int) -> None:
    """Each of the characters that one became comes from its place; the next from the place after it."""
    for step in range(length + 1):
        if plain[-1] == at + step:
            plain.pop()
            source.pop()
        plain.append(at + step)
        source.append(origin + (step == length))


def _plain(source: str) -> str:
    if source.isascii():
        return source.translate(_PLAIN_ASCII)
    pieces = _BEYOND_ASCII.split(source, _MOST_PIECES)
    return "".join(map(_plain_piece, pieces))


def _plain_piece(piece: str) -> str:
    return piece.translate(_PLAIN_ASCII) if piece.isascii() else "".join(map(_PLAIN.__getitem__, piece))


class _PlainCharacters(dict[str, str]):
    """The plain form of one character; of the first that are met it is kept, far more than people's texts have."""

    def __missing__(self, character: str) -> str:
        plain = _plain_character(character)
        if len(self) < _KEPT:
            self[character] = plain
        return plain


_PLAIN = _PlainCharacters()


def _plain_character(character: str) -> str:
    if character in _SPACES:
        return "\n" if character == "\n" else " "
    previous, plain = "", character
    while plain != previous:
        previous, plain = plain, "".join(map(_step, unicodedata.normalize("NFKD", plain)))
    return plain


def _step(character: str) -> str:
    if character in _SKIPPED or unicodedata.category(character) in _UNSEEN:
        return ""
    digit = unicodedata.decimal(character, None)
    return str(digit) if digit is not None else CONFUSABLES.get(character, character).casefold()


# None, not "": what is taken out so is taken out at once.
_PLAIN_ASCII = {at: _plain_character(chr(at)) or None for at in range(0x80)}
_ODD = re.compile("[^" + re.escape("".join(chr(at) for at, plain in _PLAIN_ASCII.items() if plain)) + "]")
"""What may not become one character."""
