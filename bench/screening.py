"""`python -m bench.screening`: how long the rules take, and how well they find what they look for.

Times are the own work of one call, on texts made of the tests' ordinary lines, which are full of numbers and names:
prose takes half. The bounds are promised: 150 microseconds for 200 characters at the median, 2 milliseconds for 5,000.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from statistics import median

from moderation.screening import screen
from moderation.screening_rules.in_use import rules_in_use
from tests.moderation.lines import Line, figures, read_lines, table

_BOUNDS = {200: 150.0, 1000: 500.0, 5000: 2000.0}
"""Microseconds at the median, by characters."""
_TEXTS, _ROUNDS = 200, 5
_WALLS = ("\u200b", "a\u0301", "07700 900123 ", "w*", "John Smith ", "if he has a knife and ", "aaa ", "iVBORw0KGgo")


def main() -> int:
    """Print the tables; 1 where a bound is passed."""
    ordinary = [line.text for line in read_lines("lines.txt") if line.action == "allow" and not line.kinds]
    screen("warm")
    took = {length: _times(list(_texts(ordinary, length))) for length in _BOUNDS}
    print(f"{len(rules_in_use().rules)} rules\n")
    print("| characters | median µs | p99 µs | promised |\n| --- | --- | --- | --- |")
    for length, times in took.items():
        print(f"| {length:,} | {median(times):.0f} | {_p99(times):.0f} | {_BOUNDS[length]:.0f} |")
    print("\n| wall of | 10,000 characters, ms | 100,000 characters, ms |\n| --- | --- | --- |")
    for piece in _WALLS:
        short, long = (_once((piece * length)[:length]) / 1000 for length in (10_000, 100_000))
        print(f"| `{piece.strip() or ascii(piece)}` | {short:.1f} | {long:.1f} |")
    for name in ("lines.txt", "lines_held_out.txt"):
        lines: Sequence[Line] = read_lines(name)
        print("\n" + table(f"{name}, {len(lines)} lines", figures(lines)))
    return int(any(median(times) > _BOUNDS[length] for length, times in took.items()))


def _texts(lines: Sequence[str], length: int) -> Iterator[str]:
    """Texts of this length, each of other lines."""
    said = cycle(lines)
    for _text in range(_TEXTS):
        text = next(said)
        while len(text) < length:
            text += " " + next(said)
        yield text[:length]


def _times(texts: Sequence[str]) -> list[float]:
    """Microseconds of each text, the best of some rounds: what else runs on the machine is not measured."""
    return [min(_once(text) for _round in range(_ROUNDS)) for text in islice(texts, _TEXTS)]


def _once(text: str) -> float:
    began = time.thread_time_ns()
    screen(text)
    return (time.thread_time_ns() - began) / 1000


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 99 // 100]


if __name__ == "__main__":
    sys.exit(main())
