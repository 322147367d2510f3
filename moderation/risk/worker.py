"""The worker: a process of its own that reads texts line by line from its input and says what it hears in each.

A line in is `{id, text, sentences}`, a line out `{id, scores, kinds, sure, whole, seconds}`. The first line out is
`{ready}` or `{problem}`. It ends when nobody speaks to it any more, however the server ended.
"""

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.faults import BadWeights
from moderation.risk.reading import Reader

_POLITE = 5
"""How far it stands back where the server wants the same core."""

_MOST_MEMORY = 2 * 1024**3
"""Bytes of addresses, four times what it takes: beyond it something is wrong, and another worker begins."""


def main() -> None:
    """Serve until the input ends. The folder of the weights may be given."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_POLITE)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    try:
        reader = Reader(Embedder(Path(sys.argv[1]) if len(sys.argv) > 1 else None), Classifier.load())
    except BadWeights as bad:
        _say({"problem": str(bad)})
        return
    reader.read("The first text takes longest.", 1)
    _say({"ready": True})
    for line in sys.stdin:
        asked = json.loads(line)
        began = time.perf_counter()
        answer = reader.read(asked["text"], asked["sentences"])
        _say({"id": asked["id"], **answer, "seconds": time.perf_counter() - began})


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
