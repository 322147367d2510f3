"""Restoring a backup into an empty database: all of it, or nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tortoise.models import Model

from foundation.database import atomic
from server.backup.lines import Sum, Types, line_of
from server.backup.reading import BadBackup, header_of, lines_of
from server.backup.tables import columns_of, name_of, page_size, pages_of, tables

JSON = dict[str, Any]
Progress = Callable[[str, int], None]
Page = tuple[type[Model], list[JSON]]


async def check_empty() -> None:
    """Raises BadBackup where somebody has used this database, with the table that is not empty."""
    for model in tables():
        if await model.all().limit(1).values_list(model._meta.pk_attr, flat=True):
            raise BadBackup(f"A backup is restored into an empty database: this one has rows in {name_of(model)}.")


def check_migration(file: Path, here: str) -> None:
    """Raises BadBackup where the backup has other tables than this program."""
    made = str(header_of(file)["migration"])
    if made < here:
        raise BadBackup(
            f"The backup is of an older Bluelamp (its last migration is {made}, here it is {here}): restore it"
            " with that version, then bring it up to date with `bluelamp migrate`."
        )
    if made > here:
        raise BadBackup(f"The backup is of a newer Bluelamp: its last migration is {made}, here it is {here}.")


async def restore_backup(file: Path, progress: Progress) -> int:
    """Add every row of a file to the connected database, and read all of it again: how many rows.

    One transaction: a file that is not whole, and a database that took anything otherwise, leave nothing behind. Raises
    BadBackup.
    """

    async def work() -> int:
        await check_empty()
        sums: dict[str, Sum] = {}
        done = 0
        for model, rows in _pages(file, sums):
            await model.bulk_create([model(**row) for row in rows])
            done += len(rows)
            progress(name_of(model), done)
        await _check_same(sums, progress)
        return done

    return await atomic(work)


def _pages(file: Path, sums: dict[str, Sum]) -> Iterator[Page]:
    """The rows of a file, some of one table at a time; `sums` is told of each line."""
    known = {name_of(model): model for model in tables()}
    model, types, sum_, rows = None, None, Sum(), list[JSON]()
    for said, line in lines_of(file):
        if isinstance(said, dict):
            if model and rows:
                yield model, rows
            model, rows = _table(known, said, sums), []
            types, sum_ = Types(model), sums.setdefault(name_of(model), Sum())
            continue
        if model is None or types is None:
            raise BadBackup("The backup is damaged: a row stands before any table.")
        rows.append(_row(types, said, name_of(model)))
        sum_.add(line)
        if len(rows) == page_size(model):
            yield model, rows
            rows = []
    if model and rows:
        yield model, rows


def _table(known: dict[str, type[Model]], said: JSON, sums: dict[str, Sum]) -> type[Model]:
    name = said.get("table")
    if name not in known or name in sums:
        raise BadBackup(f"The backup is damaged: it has the table {name!r}, which is none here, or twice.")
    if said.get("columns") != columns_of(known[name]):
        raise BadBackup(f"The backup is damaged: the table {name} has other columns here.")
    return known[name]


def _row(types: Types, said: list[Any], table: str) -> JSON:
    try:
        return types.row(said)
    except ValueError:
        raise BadBackup(f"The backup is damaged: a row of {table} can’t be read.") from None


async def _check_same(sums: dict[str, Sum], progress: Progress) -> None:
    """What the database gives back must be what the file has, to the letter."""
    done = 0
    for model in tables():
        found = Sum()
        async for page in pages_of(model):
            for values in page:
                found.add(line_of(values))
            done += len(page)
            progress(f"{name_of(model)}, read again", done)
        if found != sums.get(name_of(model), Sum()):
            raise BadBackup(f"The database did not keep {name_of(model)} as the backup has it: nothing was restored.")
