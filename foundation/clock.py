"""The one clock. Everything that asks for the time asks here, so that tests can move it instead of sleeping."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_moved = timedelta()
_elsewhen: ContextVar[timedelta] = ContextVar("elsewhen", default=timedelta())


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC) + _moved + _elsewhen.get()


def today_in(zone: ZoneInfo) -> date:
    """Which day it is there: the force's zone is `time_zone` of its settings."""
    return now().astimezone(zone).date()


def move(by: timedelta) -> None:
    """Move the clock of this process. Moves add up until `reset`."""
    global _moved
    _moved += by


def reset() -> None:
    """Back to the machine's time."""
    global _moved
    _moved = timedelta()


@contextmanager
def elsewhen(by: timedelta) -> Iterator[None]:
    """Inside the block it is `by` earlier or later, for its task and those that it begins: how the demonstration gets a
    past. Whoever else the process serves meanwhile has the time that it is."""
    token = _elsewhen.set(_elsewhen.get() + by)
    try:
        yield
    finally:
        _elsewhen.reset(token)


def rfc3339(moment: datetime) -> str:
    """`2026-11-22T18:00:00.123Z`: how times are written to clients (RFC 3339, UTC, milliseconds)."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
