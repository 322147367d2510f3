"""What a round of the demonstration is made of: ideas, ballots, what was done, and what neighbours say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Idea:
    """A proposal of `who` (of the cast, or the neighbour of this number), which so many neighbours `support`.

    `like` is the key of the one that it is put together with. `card` is what the police write on its evidence card.
    """

    key: str
    who: str | int
    title: str
    what: str
    street: str = ""
    times: str = ""
    affected: str = ""
    support: int = 0
    like: str = ""
    card: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Deed:
    """What was done on the `day`th day of acting, by whom. A figure is what was counted, before and after.

    `picture` names a drawing of `server.demonstration.drawings`, `alt` says what it shows.
    """

    day: int
    who: str
    words: str
    partner: str = ""
    figures: tuple[tuple[str, str, str], ...] = ()
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Adopted:
    """One idea that was adopted: who answers for it, the promise, what was done, and how many neighbours say what."""

    key: str
    role: str
    rank: str
    promise: str
    deeds: tuple[Deed, ...]
    verdicts: Mapping[str, int]
