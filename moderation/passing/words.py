"""Words on their way into a place."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from foundation.permissions import Viewer
from moderation.items.kinds import Kind
from moderation.known.service import is_known
from moderation.modes import reason_of_mode


@dataclass
class Words:
    """Words that somebody sends, and what their place asks of them.

    `place` is its id, by which repetitions are counted and sites allowed. `mode` gives the `moderation.modes.Mode` that
    holds for this person there; it is asked only where nothing else has stopped them. `answered_for`: their author
    speaks for the place, or is staff. `alone`: nobody but an officer reads them, so that nothing private is stopped.
    `confirm`: their author was warned and sends them all the same. `before`: the words that they take the place of.
    `reads_first` is the sentence for who writes where everything is read first; the room's own where it is empty.
    """

    app: web.Application
    viewer: Viewer
    force: str
    place: str
    body: str
    confirm: bool
    answered_for: bool
    mode: Callable[[], Awaitable[str]]
    before: str | None = None
    alone: bool = False
    reads_first: str = ""
    _known: bool | None = field(default=None, init=False)

    async def by_known(self) -> bool:
        """Whether their author is known: asked once, and only where it matters."""
        if self._known is None:
            self._known = self.answered_for or await is_known(self.app, str(self.viewer.id))
        return self._known

    def reason_of_mode(self, mode: str, *, known: bool, kind: Kind | None) -> str:
        """What their author reads of why they wait in this mode; empty where they do not."""
        if kind is Kind.PREMODERATED and self.reads_first:
            return self.reads_first
        return reason_of_mode(mode, known=known, is_staff=self.answered_for)
