"""Loading recorded crime: how many crimes of each kind there were in each neighbourhood in a month.

A month of a force is taken whole: what the files of one run say of it takes the place of what was there, so that the
same files again change nothing. Where a month has several files (the force's own, the transport police's), they are
loaded together.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from foundation.database import atomic
from foundation.errors import Invalid
from neighbourhoods.atlas import Atlas, current_atlas
from neighbourhoods.files import read_text
from neighbourhoods.importing import Progress, silent
from neighbourhoods.rows import BadRow
from priorities.proposals.evidence import crime_store as store
from priorities.proposals.evidence.crime_csv import Crime, read_crimes


@dataclass(frozen=True)
class Month:
    """What became of a month of a force: `before` is how many crimes it had, None where it is new."""

    month: str
    force: str
    crimes: int
    before: int | None
    changed: bool


@dataclass
class CrimeReport:
    """What an import did. `bad` rows are left out, by their file; `outside` lie in no neighbourhood that we know."""

    months: list[Month] = field(default_factory=list)
    bad: list[tuple[Path, BadRow]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    outside: int = 0
    nowhere: int = 0


@dataclass
class _Counting:
    atlas: Atlas
    report: CrimeReport
    counted: dict[tuple[str, str], Counter[tuple[str, str]]] = field(default_factory=lambda: defaultdict(Counter))
    """By month and force: how many, by neighbourhood and category."""

    def add(self, path: Path, row: Crime | BadRow) -> None:
        if isinstance(row, BadRow):
            self.report.bad.append((path, row))
        elif row.position is None:
            self.report.nowhere += 1
        elif not (places := self.atlas.boundaries.at(*row.position)):
            self.report.outside += 1
        else:
            force = self.atlas.places[places[0]].force_id
            self.counted[row.month, force][places[0], row.category] += 1


async def import_crime(paths: Sequence[Path], progress: Progress = silent) -> CrimeReport:
    """Load street files (CSV, plain or .gz); `progress` is told how many are done, of how many.

    Raises Invalid where one can't be read at all: nothing is changed then.
    """
    atlas = await current_atlas()
    if not atlas.places:
        raise Invalid("There are no neighbourhoods yet. Load them first: bluelamp import neighbourhoods FILE.")
    counting = _Counting(atlas, CrimeReport())
    seen: set[str] = set()
    for done, path in enumerate(paths):
        progress(done, len(paths))
        _count(counting, path, seen)
    progress(len(paths), len(paths))
    for (month, force), counted in sorted(counting.counted.items()):
        counting.report.months.append(await atomic(partial(_set_month, atlas, month, force, counted)))
    return counting.report


def _count(counting: _Counting, path: Path, seen: set[str]) -> None:
    text, remarks = read_text(path)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest in seen:
        counting.report.remarks.append(f"{path} is the same as a file before it, and was counted once")
        return
    seen.add(digest)
    counting.report.remarks.extend(f"{path}, {remark}" for remark in remarks)
    for row in read_crimes(text):
        counting.add(path, row)


async def _set_month(atlas: Atlas, month: str, force: str, counted: Counter[tuple[str, str]]) -> Month:
    ours = [place.id for place in atlas.places.values() if place.force_id == force]
    before = await store.of_month(month, ours)
    changed = before != counted
    if changed:
        await store.set_month(month, ours, counted)
    return Month(month, force, counted.total(), sum(before.values()) if before else None, changed)
