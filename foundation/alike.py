"""How much two short texts of people are about the same thing.

By the words that carry meaning, in any order (rapidfuzz): "Why are the street lights out on Lowther Road?" and
"street lights on lowther rd" are alike.
"""

import asyncio
import re
from collections.abc import Sequence
from itertools import islice

from rapidfuzz import fuzz, process

LIKE = 60.0
"""Of 100: from here on two texts are worth showing side by side."""

_LONGEST = 600
"""Characters of a text that are looked at: five hundred such texts take a second, whatever stands in them."""
_SAME_WORD = 80.0
"""Of 100 too: `bikes` and `bike` are the same word, `lights` and `nights` are not."""
_FEWEST_WORDS = 2
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_EMPTY = frozenset(
    _WORD.findall(
        "a about all an and any are as at be been being but by can could did do does doing done for from get go going "
        "got had has have how i if in is it its just like me more my not of on or our out over please so some still "
        "than that the their them then there they this to up us was we were what when where which who why will with "
        "would you your road rd street st avenue ave lane police officer officers "
        "yr y a ac am ar ei eich ein er fe fi i mae mi na neu ni nid o oes oedd pa pam pan pryd sut sydd un wedi yn yw "
        "heol stryd ffordd heddlu"
    )
)
"""Words that say little of what a question is about, in English and Welsh."""


class Likeness:
    """A text to be held against many."""

    def __init__(self, text: str) -> None:
        self._words = meaning(text)
        self._different = frozenset(self._words)

    @property
    def says_enough(self) -> bool:
        """Whether it has enough words that carry meaning for anything to be like it."""
        return len(self._words) >= _FEWEST_WORDS

    def to(self, text: str) -> float:
        """Of 100: how much of the shorter one's words is in the longer, and how alike the two are.

        0 where they share but one word.
        """
        words = meaning(text)
        if not self._shares_enough(frozenset(words)):
            return 0.0
        left, right = " ".join(self._words), " ".join(words)
        return 0.5 * fuzz.token_set_ratio(left, right) + 0.5 * fuzz.token_sort_ratio(left, right)

    async def nearest(self, others: Sequence[str], most: int) -> list[tuple[int, float]]:
        """Which of the `others` are like it: the place and the likeness of each, at most so many, the closest first.

        In a thread, off the event loop: each word is held against each.
        """
        return await asyncio.to_thread(self._nearest, others, most) if self.says_enough else []

    def _nearest(self, others: Sequence[str], most: int) -> list[tuple[int, float]]:
        scored = ((place, self.to(other)) for place, other in enumerate(others))
        near = [pair for pair in scored if pair[1] >= LIKE]
        return sorted(near, key=lambda pair: -pair[1])[:most]

    def _shares_enough(self, words: frozenset[str]) -> bool:
        shared = (word for word in self._different if word in words or _has_like(words, word))
        return len(list(islice(shared, _FEWEST_WORDS))) == _FEWEST_WORDS


def meaning(text: str) -> list[str]:
    """The words of a text that carry meaning, in their order; of a long one those with which it begins."""
    return [word for word in _WORD.findall(text[:_LONGEST].casefold()) if word not in _EMPTY]


def _has_like(words: frozenset[str], word: str) -> bool:
    # Word by word from here it takes ten times as long.
    return process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=_SAME_WORD) is not None
