"""What a topic of the demonstration is made of, and when each part of it was."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from foundation import clock
from server.demonstration.people import HOME

STAFF: Final = "staff"
FORCE_WIDE: Final = "force"
_UP: Final = 7
"""The hour at which people get up."""


@dataclass(frozen=True)
class Post:
    """`who` says `words`, so many `hours` after what stands before it.

    `to` is the number of what it replies to. `official`: an answer on behalf of the police, with a promise for so many
    days after it or without. `picture` names a drawing of `server.demonstration.drawings`, `alt` says what it shows.
    """

    who: str
    words: str
    hours: float = 5
    to: int | None = None
    official: bool = False
    promised: int | None = None
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Act:
    """`who` does something to the topic: pin, solve (by the reply with this number), lock, slow, archive,
    keep (the promise of the reply with this number) or merge.

    `why` is the reason of a lock, and the title of the topic that it is merged into.
    """

    who: str
    act: str
    why: str = ""
    number: int | None = None
    hours: float = 3


@dataclass(frozen=True)
class Topic:
    """A topic that was begun so many `days` ago, in a neighbourhood's forum or in STAFF's or the FORCE_WIDE one.

    `street` is where it is about.
    """

    title: str
    section: str
    days: float
    steps: tuple[Post | Act, ...]
    street: str = ""
    forum: str = HOME

    def times(self) -> list[timedelta]:
        """How long ago each step was: nobody writes at night, and the last ones not less than a few minutes ago."""
        ago, found = timedelta(days=self.days), []
        for number, step in enumerate(self.steps):
            ago -= timedelta(hours=step.hours if number else 0)
            if (clock.now() - ago).hour < _UP:
                ago -= timedelta(hours=_UP)
            found.append(max(ago, timedelta(minutes=2 + len(self.steps) - number)))
        return found
