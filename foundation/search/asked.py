"""A search as it is asked for, and what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from foundation.search.cursors import Cursor
from foundation.search.words import Words

BEGINNING, END = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """Words, and what narrows them: empty where nothing does.

    `staff_of` is the force of staff who ask: what is for them alone is found too. `section` is a slug. `answered`: only
    officers' answers and what has one. `since` and `until` are the first moment and the one after the last. `after` is
    where the page before ended, `asked_at` the moment that everything is as fresh as.
    """

    words: Words
    asked_at: datetime
    staff_of: str | None = None
    kinds: tuple[str, ...] = ()
    neighbourhood: str | None = None
    section: str = ""
    answered: bool = False
    since: datetime = BEGINNING
    until: datetime = END
    after: Cursor | None = None
    limit: int = 20

    @property
    def name(self) -> str:
        """What each page of a search has in common, whatever its length, and no page of another search."""
        asked = (self.words, self.staff_of, self.kinds, self.neighbourhood, self.section, self.answered)
        return repr((*asked, self.since.isoformat(), self.until.isoformat()))


@dataclass(frozen=True)
class Match:
    """An entry that has what is asked for: `relevance` is the database's own, the higher the more."""

    key: str
    at: datetime
    kind: str
    answered: bool
    relevance: float


@dataclass(frozen=True)
class Matches:
    """Those that are ranked: all that there are, or the newest where there are very many."""

    found: Sequence[Match]
    all_of_them: bool


@dataclass(frozen=True)
class Piece:
    """A part of a text, which is marked where it is what was asked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Result:
    """Something that was found, as it stands in the index now. `parent_title` is of the topic or surgery around it."""

    kind: str
    id: str
    path: str
    at: datetime
    answered: bool
    neighbourhood_id: str | None
    section: str
    audience: str
    title: Sequence[Piece]
    parent_title: str
    excerpt: Sequence[Piece]
    score: float


@dataclass(frozen=True)
class Found:
    """A page of what was found, the best first. `total` is a number of which there may be more if not `all_of_them`."""

    results: Sequence[Result] = field(default=())
    total: int = 0
    all_of_them: bool = True
    next: str | None = None
