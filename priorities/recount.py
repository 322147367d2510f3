"""`python -m priorities.recount FILE [RESULTS] [--key KEY]`: count a published file again, with Python and these files.

RESULTS is what the server’s `/api/v1/rounds/ID/results` answered, KEY the one that the server signs with, as it was
written down elsewhere. Exit status 1 where anything does not agree. `bluelamp recount` does the same.
"""

import argparse
import sys
from pathlib import Path

from priorities.recounting.parsing import Unreadable
from priorities.recounting.report import report


def recount(file: Path, results: Path | None = None, key: str | None = None) -> int:
    """Print the recount of a file; 1 where it does not agree, or can’t be read."""
    try:
        lines, agrees = report(file.read_bytes(), results.read_bytes() if results else None, key)
    except Unreadable as unreadable:
        lines, agrees = [str(unreadable)], False
    except OSError as error:
        lines, agrees = [f"The file can’t be read: {error}."], False
    print(*lines, sep="\n")
    return 0 if agrees else 1


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m priorities.recount", description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("results", type=Path, nargs="?")
    asked.add_argument("--key", help="the public key of the server, in hexadecimal")
    sys.exit(recount(**vars(asked.parse_args())))
