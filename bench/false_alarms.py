"""How often the model hears something in ordinary words: lines of the screening table, and names of places."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from moderation.risk.reading import Reader

_ROOT = Path(__file__).parent.parent
_LINES = _ROOT / "tests/moderation/lines.txt"
_PLACES = _ROOT.parent / "shared/data/national/neighbourhoods.csv"
_SENTENCES = 256


@dataclass(frozen=True)
class FalseAlarms:
    """Of `lines` ordinary ones, in how many an emergency was heard, surely, or anything at all."""

    name: str
    lines: int
    sure: int
    emergency: int
    anything: int


def measure_false_alarms(reader: Reader, every: int = 1) -> Iterator[FalseAlarms]:
    """On the table's ordinary lines, and on every so many of the names, alone and asked about."""
    yield _measured(reader, "ordinary lines of the screening table", ordinary_lines())
    if places := place_names()[::every]:
        yield _measured(reader, "names of neighbourhoods", places)
        yield _measured(reader, "“What is being done in …?”", [f"What is being done in {name}?" for name in places])


def ordinary_lines() -> list[str]:
    """Those in which screening finds nothing either."""
    lines = [line.partition("|") for line in _LINES.read_text(encoding="utf-8").splitlines()]
    return [text.strip().replace("\\n", "\n") for found, bar, text in lines if bar and found.strip("~ ") == "allow"]


def place_names() -> list[str]:
    """Every neighbourhood's; none where the list does not lie beside the project."""
    if not _PLACES.exists():
        return []
    with _PLACES.open(encoding="utf-8", newline="") as rows:
        return [row["name"] for row in csv.DictReader(rows)]


def _measured(reader: Reader, name: str, lines: Sequence[str]) -> FalseAlarms:
    read = [reader.read(text, _SENTENCES) for text in lines]
    sure, heard = ([("emergency" in each[which]) for each in read].count(True) for which in ("sure", "kinds"))
    return FalseAlarms(name, len(lines), sure, heard, sum(bool(each["kinds"]) for each in read))
