"""The figures of answers, as arithmetic: none of fewer than ten, in which a person could be seen."""

from collections.abc import Mapping, Sequence
from typing import Any

FEWEST = 10
_QUESTIONS = ("listened", "trust")


def figures(answers: Sequence[Mapping[str, int | None]]) -> dict[str, dict[str, Any] | None]:
    """Of each question `{answers, mean, counts}`, `counts` of 1 to 5; None with fewer than FEWEST answers."""
    return {name: _of([given for row in answers if (given := row[name]) is not None]) for name in _QUESTIONS}


def _of(given: Sequence[int]) -> dict[str, Any] | None:
    if len(given) < FEWEST:
        return None
    counts = [sum(1 for number in given if number == step) for step in range(1, 6)]
    return {"answers": len(given), "mean": round(sum(given) / len(given), 2), "counts": counts}
