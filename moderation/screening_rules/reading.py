"""A text as the rules read it: folded once, whatever many rules look at it."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from itertools import accumulate, compress, count, groupby
from string import ascii_lowercase

import re2

from foundation.folding import WORD, Plain, Token, undisguised
from moderation.screening_rules.digits import Stretch, find_stretches
from moderation.screening_rules.hits import Span

_SAID = re.compile(rf"({WORD.pattern}|[.!?;\n]+)")
_THREE_ALIKE = re.compile(r"([a-z])\1\1[a-z]*")
_ANY_THREE_ALIKE = re2.compile("|".join(letter * 3 for letter in ascii_lowercase))
STOP = "."


class Reading(Plain):
    """`text` and `span` are those of `Plain`. `said` is its words, folded, one space between them, and a full stop as a
    word of its own where a sentence ends, at the end of all too: `he has a knife . help .`
    """

    @cached_property
    def names(self) -> dict[int, list[tuple[int, int, str]]]:
        """Names of people in it, once they were looked for: by whose lists."""
        return {}

    @cached_property
    def tokens(self) -> list[str]:
        """The words and full stops of `said`."""
        return [word if word.isalpha() else _token(word) for word in self._pieces[1::2]] + [STOP]

    @cached_property
    def said(self) -> str:
        return " ".join(self.tokens)

    @cached_property
    def keys(self) -> list[str]:
        """The tokens as lists of words know them: see `word_key`."""
        return word_key(self.said).split(" ")

    @cached_property
    def key_set(self) -> frozenset[str]:
        return frozenset(self.keys)

    @cached_property
    def drawn_out(self) -> frozenset[int]:
        """The tokens in which a letter stands three times and more."""
        first = _ANY_THREE_ALIKE.search(self.said)  # in a quarter of the time: most texts have none
        if not first:
            return frozenset()
        found, token, last = set(), 0, 0
        for run in _THREE_ALIKE.finditer(self.said, first.start()):
            token, last = token + self.said.count(" ", last, run.start()), run.start()
            found.add(token)
        return frozenset(found)

    def place(self, at: int) -> Span:
        """Where a token stands in the original; the last, which stands for the end, at the end."""
        if 2 * at + 1 >= len(self._ends):
            return (len(self.source),) * 2
        return self.span(self._ends[2 * at], self._ends[2 * at + 1])

    @cached_property
    def _pieces(self) -> list[str]:
        """The text taken apart: what stands before a token, the token, what stands before the next, and so on."""
        return _SAID.split(self.text)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each piece ends in the text."""
        return list(accumulate(map(len, self._pieces)))

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The digits that may be numbers of something."""
        return list(find_stretches(self.text))

    def token_at(self, place: int) -> int:
        """Which token stands at a place of `said`."""
        return self.said.count(" ", 0, place)

    def span_of_tokens(self, first: int, end: int) -> Span:
        """The place in the original of tokens[first:end]."""
        return self.place(first)[0], self.place(end - 1)[1]

    def span_of_said(self, start: int, end: int) -> Span:
        """The place in the original of said[start:end]; a full stop at its end is left out."""
        first, last = self.token_at(start), self.token_at(end - 1)
        while last > first and self.tokens[last] == STOP:
            last -= 1
        return self.span_of_tokens(first, last + 1)

    def sentence_of(self, start: int, end: int, near: int) -> tuple[str, str]:
        """What stands before and after said[start:end] in its sentence, each of `near` characters at most."""
        before, after = self.said[max(0, start - near) : start], self.said[end : end + near]
        return before.rpartition(" . ")[2].removeprefix(". "), after.partition(" .")[0]


def _token(found: str) -> str:
    """A word with digits or signs in it, or the end of a sentence."""
    return undisguised(found) if found[0].isalnum() or found[0] in "$@" else STOP


def places_of(wanted: Set[str], words: Iterable[str]) -> Iterator[int]:
    """At which places of a list of words one of these stands."""
    return compress(count(), map(wanted.__contains__, words))


def word_key(folded: str) -> str:
    """A folded word as the lists know it: i, l, 1 and a capital I can't be told apart."""
    return folded.replace("i", "l")


def shortened(key: str) -> list[str]:
    """A word with what is said three times or more said once, and twice: `fuuuck`; nothing for other words."""
    runs = [(letter, len(list(run))) for letter, run in groupby(key)]
    if all(many < 3 for _letter, many in runs):
        return []
    return ["".join(letter * (most if many > 2 else many) for letter, many in runs) for most in (1, 2)]


__all__ = ["STOP", "Reading", "Token", "places_of", "shortened", "word_key"]
