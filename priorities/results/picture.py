"""A result as pictures: what people voted for, on which days they did, and how many in each round."""

from collections.abc import Sequence

from foundation.drawing import Drawing
from foundation.language import _
from priorities.results.bars import LongBar, bars_drawn
from priorities.results.days import DayCell
from priorities.results.rows import OptionRow


def picture_of(heading: str, caption: str, rows: Sequence[OptionRow], *, points: bool) -> Drawing:
    """The votes of each option, those that the count advises in the darker colour."""
    bars = [
        LongBar(row.title, row.votes, str(row.votes) if points else f"{row.votes} ({row.share}%)", row.advised)
        for row in rows
    ]
    return bars_drawn(heading, caption, bars, _("Dark bars: what the vote advises the panel to work on."))


def picture_of_days(heading: str, caption: str, cells: Sequence[DayCell]) -> Drawing:
    """How many voted on each day."""
    bars = [LongBar(cell.label, cell.voted, str(cell.voted), strong=False) for cell in cells]
    return bars_drawn(heading, caption, bars, _("When people voted. Days with fewer than ten stand together."))


def picture_of_trend(caption: str, rounds: Sequence[tuple[str, int]]) -> Drawing:
    """How many voted in each round, by its title; the last is the one that this is taken from."""
    bars = [
        LongBar(f"{number}. {title}", ballots, str(ballots), strong=number == len(rounds))
        for number, (title, ballots) in enumerate(rounds, 1)
    ]
    return bars_drawn(_("Over the rounds"), caption, bars, _("Ballots"))
