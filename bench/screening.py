"""`python -m bench.screening`: how long the rules take, and how well they find what they look for.

Times are the own work of one call, on texts made of the tests' ordinary lines, which are full of numbers and names:
prose takes half. The bounds are promised: 150 microseconds for 200 characters at the median, 2 milliseconds for 5,000.
Beside them what else is looked for in a text: what it is counted under, to tell what is said again, and sealed names.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from statistics import median

from moderation.repetition.keys import keys_of
from moderation.screening import screen
from moderation.screening_rules.in_use import rules_in_use
from tests.moderation.lines import Line, figures, read_lines, table

_BOUNDS = {200: 150.0, 1000: 500.0, 5000: 2000.0}
"""Microseconds at the median, by characters."""
_TEXTS, _ROUNDS = 200, 5
_WALLS = (
    "\u200b", "a\u0301", "07700 900123 ", "7", "w*", "John Smith ", "if he has a knife and ", "aaa ", "....", "@@@@",
    "iVBORw0KGgo",
)  # fmt: skip
_TIMES_LONGER, _TIMES_SLOWER = 10, 20
"""A wall so many times as long may take so many times as long: linear, and a machine with other work."""


def main() -> int:
    """Print the tables; 1 where a bound is passed, and by what."""
    print(f"{len(rules_in_use().rules)} rules")
    took = _measure()
    print(*_table(took), sep="\n")
    print("\n| wall of | 10,000 characters, ms | 100,000 characters, ms |\n| --- | --- | --- |")
    slow = []
    for piece in _WALLS:
        short, long = (_once(screen, _of_length(piece, length)) / 1000 for length in (10_000, 10_000 * _TIMES_LONGER))
        print(f"| `{piece.strip() or ascii(piece)}` | {short:.1f} | {long:.1f} |")
        if long > _TIMES_SLOWER * max(short, 1.0):
            slow.append(f"a wall of {piece!a}: {short:.1f} ms, then {long:.1f}")
    for name in ("lines.txt", "lines_held_out.txt"):
        lines: Sequence[Line] = read_lines(name)
        print("\n" + table(f"{name}, {len(lines)} lines", figures(lines)))
    missed = [*_missed(took), *slow]
    for each in missed:
        print(f"Missed: {each}", file=sys.stderr)
    return int(bool(missed))


def times_table() -> Iterator[str]:
    """How long a text of each length takes, in Markdown."""
    yield from _table(_measure())


def _measure() -> dict[int, tuple[list[float], list[float]]]:
    """Microseconds of the rules, and of the keys, for each text; by its length."""
    ordinary = [line.text for line in read_lines("lines.txt") if line.action == "allow" and not line.kinds]
    screen("warm")
    texts = {length: list(_texts(ordinary, length)) for length in _BOUNDS}
    return {length: (_times(screen, same), _times(keys_of, same)) for length, same in texts.items()}


def _table(took: dict[int, tuple[list[float], list[float]]]) -> Iterator[str]:
    yield "\n| characters | rules, median µs | p99 µs | promised | keys of what is said again, median µs |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for length, (rules, keys) in took.items():
        bound = f"{_BOUNDS[length]:.0f}"
        yield f"| {length:,} | {median(rules):.0f} | {_p99(rules):.0f} | {bound} | {median(keys):.0f} |"


def _missed(took: dict[int, tuple[list[float], list[float]]]) -> list[str]:
    medians = {length: median(rules) for length, (rules, _keys) in took.items()}
    return [
        f"{length:,} characters took {medians[length]:.0f} µs at the median, and {bound:.0f} are promised"
        for length, bound in _BOUNDS.items()
        if medians[length] > bound
    ]


def _of_length(piece: str, length: int) -> str:
    return (piece * length)[:length]


def _texts(lines: Sequence[str], length: int) -> Iterator[str]:
    """Texts of this length, each of other lines."""
    said = cycle(lines)
    for _text in range(_TEXTS):
        text = next(said)
        while len(text) < length:
            text += " " + next(said)
        yield text[:length]


def _times(way: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Microseconds of each text, the best of some rounds: what else runs on the machine is not measured."""
    return [min(_once(way, text) for _round in range(_ROUNDS)) for text in islice(texts, _TEXTS)]


def _once(way: Callable[[str], object], text: str) -> float:
    began = time.thread_time_ns()
    way(text)
    return (time.thread_time_ns() - began) / 1000


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 99 // 100]


if __name__ == "__main__":
    sys.exit(main())
