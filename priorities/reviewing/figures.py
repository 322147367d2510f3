"""What neighbours said together, and what follows from it. Pure arithmetic: the rule is written on the page."""

from collections.abc import Mapping
from typing import Any, Final

from priorities.reviewing.models import Verdict

ENOUGH: Final = 5
"""Neighbours who must have answered before anything is called better: fewer could be a team and its friends."""
SHOWN_FROM: Final = 10
"""From so many answers on figures are shown: in fewer, one neighbour’s could be read off."""
NOTHING: Final[Mapping[str, int]] = {verdict.value: 0 for verdict in Verdict}


def figures_of(verdicts: Mapping[str, int]) -> dict[str, int]:
    """The figures with every verdict in its order, those that nobody gave as 0."""
    return {**NOTHING, **{Verdict(verdict).value: number for verdict, number in verdicts.items()}}


def reviewers(figures: Mapping[str, int]) -> int:
    """How many answered."""
    return sum(figures.values())


def shown(figures: Mapping[str, int]) -> dict[str, Any]:
    """What anybody gets to see of them: `figures`, how many `reviewers`, and how many of these say fixed or `better`.

    None each of fewer than ten: nothing that asks can show them by mistake.
    """
    total = reviewers(figures)
    if total < SHOWN_FROM:
        return {"figures": None, "reviewers": None, "better": None}
    return {"figures": figures, "reviewers": total, "better": figures[Verdict.FIXED] + figures[Verdict.BETTER]}


def is_met(figures: Mapping[str, int]) -> bool:
    """Whether enough neighbours answered, and more of them say that it got better than that it did not."""
    better = figures[Verdict.FIXED] + figures[Verdict.BETTER]
    return reviewers(figures) >= ENOUGH and better > figures[Verdict.SAME] + figures[Verdict.WORSE]
