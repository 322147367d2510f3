"""Which questions of a room are like what somebody is about to ask, so that they may vote instead of asking again.

Only questions that everybody may read are ever suggested.
"""

from dataclasses import dataclass

from foundation.alike import Likeness
from rooms.questions.asked import Asked
from rooms.questions.models import QuestionState

_MOST = 3
_ASKED_OF_AT_MOST = 500


@dataclass(frozen=True)
class Alike:
    """A question that is like the one being written, and how much: `score` of 100."""

    asked: Asked
    score: float


async def alike(text: str, questions: list[Asked]) -> list[Alike]:
    """The questions most like `text`, at most three, the closest first; merged and closed ones never."""
    open_ones = [q for q in questions if q.stands not in (QuestionState.MERGED, QuestionState.CLOSED)]
    latest = open_ones[-_ASKED_OF_AT_MOST:]
    near = await Likeness(text).nearest([asked.body for asked in latest], _MOST)
    return [Alike(latest[place], score) for place, score in near]
