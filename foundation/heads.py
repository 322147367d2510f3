"""How far each thing has come that screens of this process show: a number that rises with all that they may see."""

from collections.abc import Awaitable, Callable, Collection, Mapping

Ids = Callable[[], Collection[str]]
"""What is on screens of this process now."""
Read = Callable[[list[str]], Awaitable[Mapping[str, int]]]
"""Takes ids (never none), gives the number of each: the head of its log, its version."""
Tell = Callable[[str, int | None, int], Awaitable[None]]
"""Takes an id, the number that was surely heard (None: it has just come on a screen) and that of now."""


class Heads:
    """A looker of `foundation.redis_away` at rows with a number that only rises."""

    def __init__(self, ids: Ids, read: Read, tell: Tell) -> None:
        self._ids, self._read, self._tell = ids, read, tell
        self._last: Mapping[str, int] = {}
        self._before: Mapping[str, int] = {}

    def is_needed(self) -> bool:
        return bool(self._ids())

    async def look(self, *, uncertain: bool) -> None:
        """Read all numbers at once, and tell of each that has risen."""
        heads = await self._read(sorted(self._ids()))
        if uncertain:
            for id_, head in heads.items():
                # From the look before the last: Redis may have left in the middle of that one.
                heard = self._before.get(id_)
                if heard is None or head > heard:
                    await self._tell(id_, heard, head)
        self._before, self._last = self._last, heads
