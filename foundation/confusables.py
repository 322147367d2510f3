"""Letters that look like Latin ones: the table of confusables.txt, which says where it comes from."""

from pathlib import Path
from typing import Final


def _read(file: Path) -> dict[str, str]:
    table = {}
    for line in file.read_text("utf-8").splitlines():
        latin, _space, lookalikes = line.partition(" ")
        if latin and not latin.startswith("#"):
            table.update(dict.fromkeys(lookalikes, latin))
    return table


CONFUSABLES: Final = _read(Path(__file__).with_name("confusables.txt"))
"""One letter that is not Latin's a to z, to the one or two lower case letters that it looks like."""
