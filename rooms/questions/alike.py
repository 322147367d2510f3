"""Which questions of a room are like what somebody is about to ask, so that they may vote instead of asking again.

By the words that carry meaning, in any order (rapidfuzz): "Why are the street lights out on Lowther Road?" and
"street lights on lowther rd" are alike. Only questions that everybody may read are ever suggested.
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from rooms.questions.asked import Asked
from rooms.questions.models import QuestionState

_MOST = 3
_LIKE = 60.0
_SAME_WORD = 80.0
"""Of 100 both: `bikes` and `bike` are the same word, `lights` and `nights` are not."""
_FEWEST_WORDS = 2
_ASKED_OF_AT_MOST = 500
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


@dataclass(frozen=True)
class Alike:
    """A question that is like the one being written, and how much: `score` of 100."""

    asked: Asked
    score: float


def alike(text: str, questions: list[Asked]) -> list[Alike]:
    """The questions most like `text`, at most three, the closest first; merged and closed ones never."""
    words = _meaning(text)
    if len(words) < _FEWEST_WORDS:
        return []
    open_ones = [q for q in questions if q.stands not in (QuestionState.MERGED, QuestionState.CLOSED)]
    scored = [Alike(asked, _score(words, _meaning(asked.body))) for asked in open_ones[-_ASKED_OF_AT_MOST:]]
    near = sorted((each for each in scored if each.score >= _LIKE), key=lambda each: -each.score)
    return near[:_MOST]


def _score(one: list[str], other: list[str]) -> float:
    """How much of the shorter one's words is in the longer, and how alike the two are; 0 where they share but one."""
    shared = sum(any(fuzz.ratio(word, each) >= _SAME_WORD for each in set(other)) for word in set(one))
    if shared < _FEWEST_WORDS:
        return 0.0
    left, right = " ".join(one), " ".join(other)
    return 0.5 * fuzz.token_set_ratio(left, right) + 0.5 * fuzz.token_sort_ratio(left, right)


def _meaning(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _EMPTY]
