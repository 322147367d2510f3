"""On which days people voted, as coarse as it is kept, and how many did so on paper or by letter: on no day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from foundation import language
from foundation.language import _
from foundation.pages import short_day
from priorities.closing.days import FEWEST

JSON = dict[str, Any]


@dataclass(frozen=True)
class DayCell:
    """How many voted from one day to another one, both included; mostly they are the same. None: on no day.

    `others`: in it are those who voted on paper or by a letter’s code.
    """

    first: date | None
    last: date | None
    voted: int
    others: bool = False

    @property
    def label(self) -> str:
        """The days, in words."""
        named = [short_day(day, language.current()) for day in dict.fromkeys((self.first, self.last)) if day]
        days = " – ".join(named)
        if not self.others:
            return days
        return _("%(days)s, and on paper or by letter", days=days) if days else _("On paper or by letter")

    @property
    def mark(self) -> str:
        """What stands below its bar."""
        return format_date(self.first, "d MMM", locale=language.current()) if self.first else _("Paper")


def day_cells_of(days: Sequence[JSON], ballots: int) -> list[DayCell]:
    """Of `{from, to, voted}` of who voted with an account, in their order, and of how many ballots there are.

    The rest stand beside the days, or with the last of them where either are under ten: who takes the days from the
    ballots must not be left with fewer.
    """
    cells = [DayCell(date.fromisoformat(each["from"]), date.fromisoformat(each["to"]), each["voted"]) for each in days]
    rest = ballots - sum(cell.voted for cell in cells)
    if rest <= 0:
        return cells
    if cells and min(rest, cells[-1].voted) < FEWEST:
        last = cells.pop()
        return [*cells, DayCell(last.first, last.last, last.voted + rest, others=True)]
    return [*cells, DayCell(None, None, rest, others=True)]
