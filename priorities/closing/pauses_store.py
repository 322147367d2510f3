"""What failed and is tried again, more and more seldom: how many times it did, and until when nobody tries."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from foundation import clock
from foundation.models import Mark

_MOST_DOUBLED: Final = 20


async def put_off(name: str, first: timedelta, longest: timedelta) -> timedelta:
    """Try this no more for a while, twice as long each time: for how long. What is put off already stays so: others
    who were at it at the same time failed over the same."""
    found = await Mark.get_or_none(name=name)
    if found and clock.now() < _until(found.value):
        return _until(found.value) - clock.now()
    times = int(found.value.partition(" ")[0]) if found else 0
    pause = min(first * (1 << min(times, _MOST_DOUBLED)), longest)
    said = f"{times + 1} {clock.rfc3339(clock.now() + pause)}"
    await Mark.update_or_create(defaults={"value": said}, name=name)
    return pause


async def put_off_now(names: Sequence[str]) -> set[str]:
    """Which of these are not to be tried at this moment."""
    rows = await Mark.filter(name__in=list(names)).values("name", "value")
    return {row["name"] for row in rows if clock.now() < _until(row["value"])}


async def forget(names: Sequence[str]) -> None:
    """They were done."""
    await Mark.filter(name__in=list(names)).delete()


def _until(value: str) -> datetime:
    return datetime.fromisoformat(value.partition(" ")[2])
