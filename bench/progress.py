"""What is being measured now, on standard error; the table alone goes to standard output."""

import sys
import time

_began = time.monotonic()


def say(what: str) -> None:
    print(f"{time.monotonic() - _began:5.0f} s  {what} …", file=sys.stderr, flush=True)
