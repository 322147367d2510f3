"""Screening, on lines as people in Britain write them: lines.txt says what must be said of each."""

from pathlib import Path

import pytest

from moderation.screening import screen

ENTRIES = [
    (expected.strip(), line.strip())
    for entry in Path(__file__).with_name("lines.txt").read_text("utf-8").splitlines()
    if entry.strip() and not entry.startswith("#")
    for expected, _bar, line in [entry.partition("|")]
]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ENTRIES) >= 120


@pytest.mark.parametrize(("expected", "line"), ENTRIES, ids=[line for _expected, line in ENTRIES])
def test_a_resident_posts_a_line(expected: str, line: str) -> None:
    verdict = screen(line)

    waits = "hold" if verdict.held else "allow" if verdict.page else verdict.action
    said = f"{waits}{' 999' if verdict.page else ''}"
    assert said == expected, [(hit.rule, line[hit.start : hit.end]) for hit in verdict.hits]
