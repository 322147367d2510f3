"""A force's file as text, whatever wrote it: gzipped or plain, UTF-8 with or without a BOM, UTF-16, Latin-1."""

import codecs
import gzip
import zlib
from pathlib import Path

from foundation.errors import Invalid
from neighbourhoods.rows import BadRow

_GZIP = b"\x1f\x8b"
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_text(path: Path) -> tuple[str, list[BadRow]]:
    """The text of a file, with remarks on how it was read; raises Invalid where it can't be."""
    try:
        data = path.read_bytes()
        if data.startswith(_GZIP):
            data = gzip.decompress(data)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Invalid(f"{path} is a damaged .gz file ({error}). Fetch it again.") from None
    except OSError as error:
        raise Invalid(f"{path} can't be read: {error.strerror}.") from None
    return _decode(data, path)


def _decode(data: bytes, path: Path) -> tuple[str, list[BadRow]]:
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise Invalid(f"{path} is damaged UTF-16. Save it as UTF-8.") from None
        line = data.count(b"\n", 0, error.start) + 1
    # Spreadsheets write Windows-1252, which holds all the letters of Latin-1; its five holes are Latin-1's controls.
    text = data.removeprefix(codecs.BOM_UTF8).decode("cp1252", errors="ignore")
    return text, [BadRow(line, "this is not UTF-8; the file was read as Latin-1")]
