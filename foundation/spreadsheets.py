"""What a file for spreadsheets needs: they guess at encodings, and run what looks like a formula."""

from typing import Final

BOM: Final = "\ufeff"
"""At its beginning, or Excel takes UTF-8 for something else."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula, also behind spaces."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
