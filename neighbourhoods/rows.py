"""What an import says about the rows of a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

_MOST_REMARKS = 20


@dataclass(frozen=True)
class BadRow:
    """A row that was left out, or a remark about one that was taken: its line in the file (from 1) and why."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


@dataclass
class ImportReport:
    """What an import did: rows added, updated, as they were; rows left out; remarks about rows that were taken."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    bad: list[BadRow] = field(default_factory=list)
    remarks: list[BadRow] = field(default_factory=list)

    def count(self, row: object, known: object) -> bool:
        """Count a good row against what the database has (None: nothing); whether it is to be written."""
        self.added += known is None
        self.unchanged += row == known
        self.updated += known is not None and row != known
        return row != known

    @property
    def ok(self) -> bool:
        """Whether no row was bad: else the command's exit status is 1."""
        return not self.bad

    def lines(self) -> Iterator[str]:
        """The report for a terminal: every bad row, some remarks, the sums."""
        yield from (str(row) for row in sorted(self.bad, key=lambda row: row.line))
        yield from (f"{row} (kept)" for row in self.remarks[:_MOST_REMARKS])
        if len(self.remarks) > _MOST_REMARKS:
            yield f"and {len(self.remarks) - _MOST_REMARKS} more remarks like these"
        yield f"{self.added} added, {self.updated} updated, {self.unchanged} unchanged, {len(self.bad)} left out"
