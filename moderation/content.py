"""What can be moderated. A feature registers one `Moderated` for each type of thing, and gets the queue, decisions,
appeals, evidence and the public log for it. Moderation knows nothing else of what it moderates.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from aiohttp import web

Tell = Callable[[web.Application], Awaitable[None]]
"""Something that is told after the commit."""
CONDUCT: Final = "conduct"
"""The type of thing that is no words: how somebody behaves in a place, which its hosts decide about at once.

Its id is that of the place and that of the person, one after the other.
"""
Also = Callable[[], Awaitable[Sequence[Tell]]]
"""What moderation writes in the same transaction as the feature: the decision, its evidence, the item's end.

It raises Conflict where somebody else has decided meanwhile: then the feature's own change must not stand either.
"""


async def tell_all(app: web.Application, tells: Iterable[Tell]) -> None:
    """Tell, one after the other; after the commit."""
    for tell in tells:
        await tell(app)


class State(StrEnum):
    """Where a thing is. `gone`: taken back by its author, erased, or refused for good."""

    HELD = "held"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Content:
    """One thing as it is now. `pending` are the words of an edit that wait, while those of `body` are shown.

    `path` is where staff see it in its place. `live`: people are there together now. `reach` is how many have read it,
    or may have. `pictures` are the SHA-256 of each, in hexadecimal.
    """

    type: str
    id: str
    revision: int
    state: State
    author_id: str | None
    force_id: str
    neighbourhood_id: str | None
    body: str
    at: datetime
    path: str
    place_type: str | None = None
    place_id: str | None = None
    place_name: str = ""
    pending: str | None = None
    live: bool = False
    reach: int = 0
    pictures: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words that a decision is about: those of an edit that waits, or those that stand."""
        return self.body if self.pending is None else self.pending

    @property
    def waits(self) -> bool:
        return self.state is State.HELD or self.pending is not None


@dataclass(frozen=True, slots=True)
class Line:
    """Something said around a thing. `body` is None where it was taken down; `this`: the thing itself."""

    id: str
    author_id: str | None
    body: str | None
    at: datetime
    this: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Keeping somebody from writing (`silence`) in the place of a thing, or out of it (`remove`).

    `until` is when it ends by itself; None: not before the place closes. `by` and `role` are who decided; `decision` is
    the id of the decision that it comes of.
    """

    kind: str
    reason: str
    by: str
    role: str
    decision: str
    until: datetime | None = None


class Moderated(Protocol):
    """What a feature gives for one type of thing.

    `fetch` gives what is known of these ids, whatever its state. Every act but the last two runs in one transaction
    with `also`, is told after the commit, raises Conflict where the thing has changed since it was fetched, and gives
    the place's log entry (`seq`) where there is one. Whoever calls has checked that the viewer may.
    """

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]: ...

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        """What stood around it, itself among it, oldest first: at most `lines` before and as many after."""

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> int | None:
        """Take down everywhere what is published, and an edit that waits with it."""

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        """Refuse what is held, or the edit that waits; what was published before it stays."""

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        """Let what was refused wait again: a thing, or the edit with the words `pending`."""

    async def restore(self, app: web.Application, content: Content, also: Also) -> int | None:
        """Show what was hidden or refused, in its old place."""

    async def approve(self, app: web.Application, content: Content, also: Also) -> int | None:
        """Publish what is held, or the edit that waits."""

    async def edit(
        self,
        app: web.Application,
        content: Content,
        body: str,
        also: Also,
        *,
        by_staff: bool,
        pending: str | None = None,
    ) -> int | None:
        """Put other words in their place, marked as changed by staff; or, not `by_staff`, the author's own again.

        `pending`: the words of an edit that waits from then on.
        """

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> int | None:
        """Let nobody but staff write in its place any more, or open the place again as it was."""

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        """Keep its author from writing in its place, or out of it; inside a transaction, gives what to tell after it.

        Raises NotAllowed for somebody whom nobody keeps out there, and Invalid where it has no such place.
        """

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        """End an exclusion, in the same way; one that took its place since then stays."""


CONTENT: web.AppKey[dict[str, Moderated]] = web.AppKey("content")


async def fetch_content(app: web.Application, targets: Collection[tuple[str, str]]) -> dict[tuple[str, str], Content]:
    """What there is of these targets (type and id); those of unknown types, or that are gone for good, are missing."""
    ids: dict[str, list[str]] = {}
    for type_, id_ in targets:
        ids.setdefault(type_, []).append(id_)
    found: dict[tuple[str, str], Content] = {}
    for type_, wanted in ids.items():
        if moderated := app[CONTENT].get(type_):
            found |= {(type_, id_): content for id_, content in (await moderated.fetch(wanted)).items()}
    return found
