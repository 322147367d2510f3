"""Screening, on lines as people in Britain write them: lines.txt says what must be said of each.

Those of lines_held_out.txt were written before the rules were, and mend none: their figures are the honest ones. The
figures are printed with `-s`, and by `python -m bench.screening`.
"""

import pytest

from moderation.items.kinds import Kind
from moderation.screening import kinds_of, screen
from tests.moderation.lines import Line, figures, read_lines, table

LINES = read_lines("lines.txt")
HELD_OUT = read_lines("lines_held_out.txt")
FLOORS = {
    Kind.EMERGENCY: (0.90, 0.85),
    Kind.CHILD: (0.90, 0.80),
    Kind.GROOMING: (0.90, 0.80),
    Kind.THREAT: (0.90, 0.80),
    Kind.NAMES: (0.90, 0.80),
    Kind.PERSONAL_DATA: (0.95, 0.90),
    Kind.ABUSE: (0.95, 0.90),
    Kind.FLOOD: (0.90, 0.75),
}
"""Precision and recall that no change may fall below, on either file."""


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(LINES) + len(HELD_OUT) >= 400
    assert len(HELD_OUT) * 4 >= len(LINES), "a quarter is put aside"
    assert sum(line.known_miss for line in LINES) < 10


@pytest.mark.parametrize("line", [line for line in LINES if not line.known_miss], ids=lambda line: line.text[:80])
def test_a_resident_posts_a_line(line: Line) -> None:
    verdict = screen(line.text)

    found = [(hit.rule, line.text[hit.start : hit.end]) for hit in verdict.hits]
    assert (verdict.action, frozenset(kinds_of(verdict))) == (line.action, line.kinds), found
    if line.action == "page":
        assert verdict.held == (line.kinds != {Kind.EMERGENCY}), "what is found beside an emergency waits"


@pytest.mark.parametrize("name", ["lines.txt", "lines_held_out.txt"])
def test_precision_and_recall_keep_above_their_floors(name: str) -> None:
    measured = figures(read_lines(name))
    print("\n" + table(name, measured))
    assert measured.keys() == FLOORS.keys()
    below = {kind: of for kind, of in measured.items() if of.precision < FLOORS[kind][0] or of.recall < FLOORS[kind][1]}
    assert below == {}


@pytest.mark.parametrize("name", ["lines.txt", "lines_held_out.txt"])
def test_ordinary_talk_is_left_alone(name: str) -> None:
    """At most one line in fifty that is nobody's harm waits for a moderator, or is asked about."""
    ordinary = [line for line in read_lines(name) if line.action == "allow" and not line.kinds]
    stopped = [line.text for line in ordinary if screen(line.text).hits]
    assert len(stopped) * 50 <= len(ordinary), stopped
