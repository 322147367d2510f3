"""Words of a list, with the usual disguises undone: whole, spelt out, or masked by a sign."""

from collections.abc import Callable, Iterator
from typing import Final

import re2

from moderation.screening_rules.context import Context
from moderation.screening_rules.hits import Span
from moderation.screening_rules.phrases import Phrases
from moderation.screening_rules.reading import Reading, places_of, word_key
from moderation.screening_rules.rules import Find

_SHORTEST_SPELT = 4
_SPELT = re2.compile(r"\b[a-z0-9](?:[^\w]{1,3}[a-z0-9]){3,}\b")
_MASKED = re2.compile(r"[a-z]+(?:[*!|#%]+[a-z]+)+")


def find_whole(held: Phrases, passed: Phrases) -> Find:
    """Entries of the list, but for those inside an allowed phrase: `wanker`, `WАNKER`, `w4nker`, `wannnker`."""
    both = held.firsts | passed.firsts

    def find(reading: Reading, context: Context) -> Iterator[Span]:
        drawn_out = reading.drawn_out
        if held.firsts.isdisjoint(reading.key_set) and not drawn_out:
            return
        keys, done = reading.keys, 0
        firsts = both | context.words.to_pass.firsts if context.words.passed else both
        for place in sorted(drawn_out.union(places_of(firsts, keys))):
            if place < done:
                continue
            if allowed := passed.at(keys, place) or context.words.to_pass.at(keys, place):
                done = place + allowed
            elif found := held.at(keys, place) or int(held.has_drawn_out(keys[place])):
                yield reading.span_of_tokens(place, place + found)
                done = place + found

    return find


def find_spelt(held: Phrases, _passed: Phrases) -> Find:
    """Words spelt out letter by letter: `w a n k e r`, `w.a.n.k.e.r`."""

    def find(reading: Reading, context: Context) -> Iterator[Span]:
        single, longest = held.single - context.words.to_pass.single, held.longest
        for run in _SPELT.finditer(reading.text):
            places = [place for place in range(*run.span()) if reading.text[place].isalnum()]
            spelt = word_key("".join(reading.text[place] for place in places).translate(_LEET))
            for start in range(len(spelt)):
                ends = range(start + _SHORTEST_SPELT, min(start + longest, len(spelt)) + 1)
                if end := next((end for end in ends if spelt[start:end] in single), 0):
                    yield reading.span(places[start], places[end - 1] + 1)
                    break

    return find


def find_masked(held: Phrases, _passed: Phrases) -> Find:
    """Words with a letter or two behind a sign: `w*nker`, `sh!t`; the first letter and half of all must be seen."""
    by_length: dict[int, list[str]] = {}
    for word in held.single:
        by_length.setdefault(len(word), []).append(word)

    def find(reading: Reading, context: Context) -> Iterator[Span]:
        for found in _MASKED.finditer(reading.text):
            masked = found[0]
            words = by_length.get(len(masked), ())
            if sum(map(str.isalpha, masked)) * 2 >= len(masked) and any(_could_be(masked, word) for word in words):
                yield reading.span(*found.span())

    return find


_LEET: Final = str.maketrans("013457", "oleast")


def _could_be(masked: str, word: str) -> bool:
    return all(seen == letter or not seen.isalpha() for seen, letter in zip(word_key(masked), word, strict=True))


WAYS: dict[str, Callable[[Phrases, Phrases], Find]] = {
    "whole": find_whole,
    "spelt": find_spelt,
    "masked": find_masked,
}
"""What a rule's `how` may be: each is given the words that it holds, and those that win over them."""
