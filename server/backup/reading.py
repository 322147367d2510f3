"""The file of a backup, read line by line; whatever is wrong with it is one sentence."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, cast

import msgspec

from server.backup.lines import FORMAT

JSON = dict[str, Any]
_MAGIC: Final = b"\x1f\x8b"


class BadBackup(Exception):
    """The file can’t be restored; the message says in one sentence why."""


def header_of(file: Path) -> JSON:
    """What its first line says. Raises BadBackup, OSError."""
    with _opened(file) as lines:
        return _header(lines.readline())


def lines_of(file: Path) -> Iterator[tuple[JSON | list[Any], bytes]]:
    """What each line between the first and the last says, and the line. Raises BadBackup.

    That all of it is as it was written is known at the end only: whoever restores it does so in one transaction.
    """
    with _opened(file) as lines:
        digest, rows, last = hashlib.sha256(), 0, lines.readline()
        _header(last)
        for line in lines:
            digest.update(last)
            said = _said(line)
            if isinstance(said, dict) and "sha256" in said:
                _check_end(said, rows, digest.hexdigest(), lines.readline())
                return
            rows += isinstance(said, list)
            yield said, line
            last = line
    raise BadBackup("The backup was cut off: its last line is missing.")


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    with file.open("rb") as raw:
        compressed = raw.read(2) == _MAGIC
        raw.seek(0)
        try:
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if compressed else raw
        except (EOFError, gzip.BadGzipFile, zlib.error):
            raise BadBackup("The backup was cut off or damaged: it can’t be uncompressed.") from None


def _said(line: bytes) -> JSON | list[Any]:
    try:
        said = msgspec.json.decode(line)
    except (ValueError, RecursionError):
        raise BadBackup("The backup was cut off or damaged: a line is not JSON.") from None
    if not isinstance(said, dict | list):
        raise BadBackup("The backup is damaged: a line is neither a row nor a table.")
    return said


def _header(line: bytes) -> JSON:
    try:
        said = msgspec.json.decode(line)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("format") != FORMAT or not isinstance(said.get("migration"), str):
        raise BadBackup("This is no backup of Bluelamp, or one of a version that is not known here.")
    return said


def _check_end(end: JSON, rows: int, sha256: str, more: bytes) -> None:
    if more:
        raise BadBackup("The backup is damaged: something stands after its end.")
    if (end.get("rows"), end["sha256"]) != (rows, sha256):
        raise BadBackup("The backup was changed after it was made: its SHA-256 is another.")
