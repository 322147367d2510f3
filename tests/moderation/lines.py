"""Lines as people in Britain write them, each with what screening must say of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from moderation.items.kinds import Kind
from moderation.screening import kinds_of, screen


@dataclass(frozen=True)
class Line:
    """`known_miss`: screening is wrong about it today, and everybody knows; it counts in the figures."""

    action: str
    kinds: frozenset[Kind]
    text: str
    known_miss: bool = False


@dataclass(frozen=True)
class Figures:
    """Of one kind: how many lines have it, how many of those were found, and how many were found in all."""

    there: int
    right: int
    found: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0


def read_lines(name: str) -> list[Line]:
    """The lines of a file beside this one; `~` before one says that it is a known miss."""
    entries = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [_line(entry) for entry in entries if entry.strip() and not entry.startswith("#")]


def _line(entry: str) -> Line:
    said, _bar, text = entry.partition("|")
    action, *kinds = said.removeprefix("~").split()
    return Line(action, frozenset(map(Kind, kinds)), text.strip().replace("\\n", "\n"), said.startswith("~"))


def figures(lines: Iterable[Line]) -> dict[Kind, Figures]:
    """How well screening finds each kind."""
    found = [(line.kinds, frozenset(kinds_of(screen(line.text)))) for line in lines]
    return {
        kind: Figures(
            there=sum(kind in wanted for wanted, _found in found),
            right=sum(kind in wanted and kind in got for wanted, got in found),
            found=sum(kind in got for _wanted, got in found),
        )
        for kind in Kind
        if any(kind in wanted | got for wanted, got in found)
    }


def table(title: str, each: dict[Kind, Figures]) -> str:
    """The figures as a Markdown table."""
    rows = [f"| {kind} | {of.there} | {of.precision:.2f} | {of.recall:.2f} |" for kind, of in each.items()]
    return "\n".join([title, "", "| kind | lines | precision | recall |", "| --- | --- | --- | --- |", *rows])
