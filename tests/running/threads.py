"""In which threads something is done: in the event loop's own, everybody waits for it."""

from functools import wraps
from threading import Thread, current_thread
from typing import Any

import pytest


def threads_of(monkeypatch: pytest.MonkeyPatch, owner: type, method: str) -> list[Thread]:
    """The threads in which a method is called from now on, one for each call; it does what it did."""
    done, threads = getattr(owner, method), list[Thread]()

    @wraps(done)
    def watched(*given: Any) -> Any:
        threads.append(current_thread())
        return done(*given)

    monkeypatch.setattr(owner, method, watched)
    return threads
