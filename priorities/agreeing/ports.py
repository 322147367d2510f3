"""What panels ask of the rooms beside them: at which surgery they agree. The roof fills these.

While nobody fills them, no surgery is offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from aiohttp import web


@dataclass(frozen=True)
class SurgeryShown:
    """A surgery as pages name it."""

    id: str
    title: str
    path: str
    starts: datetime


class FindSurgery(Protocol):
    """A surgery by its id; None for one that is not there."""

    async def __call__(self, surgery: str) -> SurgeryShown | None: ...


class NextSurgeries(Protocol):
    """Those of a neighbourhood that are open or still to come, the next first."""

    async def __call__(self, neighbourhood: str) -> Sequence[SurgeryShown]: ...


FIND_SURGERY: web.AppKey[FindSurgery] = web.AppKey("panel_find_surgery")
NEXT_SURGERIES: web.AppKey[NextSurgeries] = web.AppKey("panel_next_surgeries")
