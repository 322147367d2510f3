"""Loading a force's neighbourhoods and postcodes: new rows are added, known ones brought up to date, none removed.

The good rows of a file are kept whatever the others are like; loading the same file again changes nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from foundation.database import atomic
from neighbourhoods import store
from neighbourhoods.atlas import Atlas, current_atlas
from neighbourhoods.files import read_text
from neighbourhoods.geojson import NeighbourhoodRow, read_neighbourhoods
from neighbourhoods.holders import NoForce, check_force, name_forces, only_force
from neighbourhoods.models import Neighbourhood, Postcode
from neighbourhoods.postcode_csv import PostcodeRow, read_postcodes
from neighbourhoods.rows import BadRow, ImportReport

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many."""

# Small enough that a server on the same SQLite file waits for one batch only, not for the whole import.
_BATCH = 2000


def silent(done: int, total: int) -> None:
    """A progress that says nothing."""


async def import_neighbourhoods(path: Path, progress: Progress = silent) -> ImportReport:
    """Load a GeoJSON FeatureCollection (plain or .gz); raises Invalid where the file can't be read at all."""
    text, remarks = read_text(path)
    rows = list(read_neighbourhoods(text))
    report = ImportReport(remarks=remarks, bad=[row for row in rows if isinstance(row, BadRow)])
    good = [row for row in rows if isinstance(row, NeighbourhoodRow)]
    progress(0, len(rows))
    done = await atomic(lambda: _set_neighbourhoods(good, replace(report, bad=[*report.bad])))
    progress(len(rows), len(rows))
    return done


async def _set_neighbourhoods(rows: list[NeighbourhoodRow], report: ImportReport) -> ImportReport:
    forces = await store.forces()
    known = {row["id"]: row for row in await store.neighbourhoods()}
    placed = _placed(rows, {id_: row["force_id"] for id_, row in known.items()}, only_force(forces, rows), report)
    names = name_forces(placed, forces)
    changed = []
    for force, row in placed:
        values = {
            "id": row.id, "force_id": force, "name": row.name, "name_cy": row.name_cy, "boundary": row.boundary,
        }  # fmt: skip
        if report.count(values, known.get(row.id)):
            changed.append(Neighbourhood(**values))
    renamed = {id_: name for id_, name in names.items() if forces.get(id_) != name}
    if changed or renamed:
        await store.set_forces(renamed)
        await store.set_neighbourhoods(changed)
        await store.set_edition()
    return report


def _placed(
    rows: list[NeighbourhoodRow], holders: dict[str, str], only: str | None, report: ImportReport
) -> list[tuple[str, NeighbourhoodRow]]:
    """The rows with their forces; those that can't have one are bad."""
    placed = []
    for row in rows:
        try:
            placed.append((check_force(row, holders.get(row.id), only), row))
        except NoForce as wrong:
            report.bad.append(row.bad(str(wrong)))
    return placed


async def import_postcodes(path: Path, progress: Progress = silent) -> ImportReport:
    """Load a CSV of postcodes (plain or .gz); raises Invalid where the file can't be read at all."""
    text, remarks = read_text(path)
    report = ImportReport(remarks=remarks)
    rows = list(read_postcodes(text))
    atlas = await current_atlas()
    for start in range(0, len(rows), _BATCH):
        progress(start, len(rows))
        await _set_batch(_known_places(rows[start : start + _BATCH], atlas, report), report)
    progress(len(rows), len(rows))
    return report


def _known_places(rows: list[PostcodeRow | BadRow], atlas: Atlas, report: ImportReport) -> list[PostcodeRow]:
    """The good rows; those that name a neighbourhood we don't have are bad, those outside all are remarked on."""
    good = []
    for row in rows:
        if isinstance(row, BadRow):
            report.bad.append(row)
        elif row.neighbourhood and row.neighbourhood not in atlas.places:
            report.bad.append(row.bad(f"there is no neighbourhood {row.neighbourhood[:64]!r}"))
        else:
            good.append(row)
    unplaced = [row for row in good if row.neighbourhood is None]
    outside = atlas.boundaries.outside([(row.latitude, row.longitude) for row in unplaced])
    report.remarks.extend(unplaced[place].bad("lies outside every boundary") for place in outside)
    return good


async def _set_batch(rows: list[PostcodeRow], report: ImportReport) -> None:
    known = await store.postcodes([row.postcode for row in rows])
    changed = []
    for row in rows:
        values = (row.latitude, row.longitude, row.neighbourhood)
        if report.count(values, known.get(row.postcode)):
            changed.append(
                Postcode(
                    postcode=row.postcode,
                    latitude=row.latitude,
                    longitude=row.longitude,
                    neighbourhood_id=row.neighbourhood,
                )
            )
    if changed:
        await atomic(lambda: store.set_postcodes(changed))
