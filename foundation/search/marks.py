"""Marks in the index beside the words: what narrows a search finds by them, and need not look at entries one by one.

`k` is a kind, `n` a neighbourhood, `s` a section, `o` whether an officer has answered, `m` a month and `y` a year.
"""

from collections.abc import Sequence
from datetime import datetime

from foundation.search.asked import Asked

Mark = tuple[str, str]
_FEW_MONTHS = 120
"""More of them narrow nothing that is worth it."""


def month_of(moment: datetime) -> int:
    """A number that is one higher for each month, in UTC: that of the marks."""
    return moment.year * 12 + moment.month


def marks_of(asked: Asked) -> Sequence[Sequence[Mark]]:
    """What an entry must have: one mark of each of these lists."""
    wanted = (
        [("k", kind) for kind in asked.kinds],
        [("n", asked.neighbourhood)] if asked.neighbourhood is not None else [],
        [("s", asked.section)] if asked.section else [],
        [("o", "1")] if asked.answered else [],
        [("m", month) for month in _months(asked)],
    )
    return [marks for marks in wanted if marks]


def _months(asked: Asked) -> list[str]:
    """The months in which everything must be that is found; none where most of them would do."""
    first, last = month_of(asked.since), month_of(min(asked.until, asked.asked_at))
    return [str(month) for month in range(first, last + 1)] if last - first < _FEW_MONTHS else []
