"""Every query of who closed their account, and whose words are still to be taken away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from accounts.leaving.models import Departure
from foundation import clock

_AT_ONCE = 20


@dataclass(frozen=True)
class Leaving:
    """Somebody who left: `everything`, or only what nobody was shown, is to go. `since`: when they closed."""

    person: str
    everything: bool
    since: datetime


async def add_departure(person: str, words: str) -> None:
    """Remember, in the transaction of the closure, what is to become of somebody's words: `stay` or `go`."""
    await Departure.create(id=person, words=words, asked_at=clock.now())


async def departures() -> list[Leaving]:
    """Some of those of whom something is left, the longest waiting first."""
    rows = await Departure.filter(done_at=None).order_by("asked_at", "id").limit(_AT_ONCE)
    return [Leaving(row.id, row.words == "go", row.asked_at) for row in rows]


async def set_over(person: str) -> None:
    await Departure.filter(id=person).update(done_at=clock.now())


async def set_unfinished(people: Collection[str]) -> None:
    """Note that something may be left of those of these who closed their account."""
    await Departure.filter(id__in=list(people)).update(done_at=None)
