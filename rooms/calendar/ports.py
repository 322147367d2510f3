"""What else stands in the calendar: moments that features beside rooms put into it. The roof fills the place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from aiohttp import web


@dataclass(frozen=True)
class Moment:
    """Something that happens at a moment, as `title` says it in the reader's language; `path` is where it leads.

    `id` stays the same when it is moved; `moves` is how often it was, and `changed_at` when last (or when it was made).
    `cancelled`: it is called off, for `reason`.
    """

    id: str
    title: str
    at: datetime
    neighbourhood_id: str
    path: str
    cancelled: bool
    reason: str
    moves: int
    created_at: datetime
    changed_at: datetime


class Moments(Protocol):
    """Those of a neighbourhood or of a force (None: of any) from a moment on and before another, the soonest first."""

    async def __call__(
        self, neighbourhood: str | None, force: str | None, since: datetime, until: datetime, most: int
    ) -> Sequence[Moment]: ...


MOMENTS: web.AppKey[Moments] = web.AppKey("calendar_moments")
