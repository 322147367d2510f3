"""`python -m priorities.recount FILE [RESULTS]`: count a published file again, with nothing but Python and these files.

RESULTS is what the server’s `/api/v1/rounds/ID/results` answered. Exit status 1 where anything does not agree.
`bluelamp recount` does the same.
"""

import sys
from pathlib import Path

from priorities.recounting.parsing import Unreadable
from priorities.recounting.report import report


def recount(file: Path, results: Path | None = None) -> int:
    """Print the recount of a file; 1 where it does not agree, or can’t be read."""
    try:
        lines, agrees = report(file.read_bytes(), results.read_bytes() if results else None)
    except Unreadable as unreadable:
        lines, agrees = [str(unreadable)], False
    except OSError as error:
        lines, agrees = [f"The file can’t be read: {error}."], False
    print(*lines, sep="\n")
    return 0 if agrees else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(recount(*map(Path, sys.argv[1:])))
