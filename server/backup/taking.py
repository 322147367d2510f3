"""Taking a backup of a database that is in use."""

import gzip
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

from foundation import clock
from foundation.snapshot import at_one_moment
from server.backup.lines import FORMAT, line_of
from server.backup.tables import LEFT_OUT, columns_of, name_of, pages_of, tables

Progress = Callable[[str, int], None]
"""Told a table’s name, and how many rows of all tables are done."""


class _Hashed:
    """A file whose bytes are hashed on their way."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def write(self, line: bytes) -> None:
        self._hash.update(line)
        self._file.write(line)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


async def take_backup(file: Path, migration: str, progress: Progress) -> int:
    """Write the connected database, as it is at one moment, into a file that only its owner reads: how many rows.

    `migration` is the last one of the database. What was in the file before stands until all of the new one is on disk.
    """
    beside = file.with_name(f"{file.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as raw:
            rows = await at_one_moment(lambda: _write(raw, file.suffix == ".gz", migration, progress))
            raw.flush()
            os.fsync(raw.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    return rows


async def _write(raw: IO[bytes], compressed: bool, migration: str, progress: Progress) -> int:
    if not compressed:
        return await _write_lines(_Hashed(raw), migration, progress)
    with gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=6, filename="") as file:
        return await _write_lines(_Hashed(file), migration, progress)  # type: ignore[arg-type]  # a file in all but name


async def _write_lines(out: _Hashed, migration: str, progress: Progress) -> int:
    rows = 0
    out.write(line_of({"format": FORMAT, "made_at": clock.now(), "migration": migration, "left_out": sorted(LEFT_OUT)}))
    for model in tables():
        out.write(line_of({"table": name_of(model), "columns": columns_of(model)}))
        async for page in pages_of(model):
            for values in page:
                out.write(line_of(values))
            rows += len(page)
            progress(name_of(model), rows)
    out.write(line_of({"rows": rows, "sha256": out.sha256}))
    return rows
