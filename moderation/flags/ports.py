"""What flags ask of the features whose things are flagged: filled by the roof, empty until then."""

from typing import Protocol

from aiohttp import web

from foundation.permissions import Viewer


class Flaggable(Protocol):
    """What a feature gives for one type of thing that people may flag."""

    async def access(self, viewer: Viewer, target_id: str) -> None:
        """Raises NotFound where this viewer finds no such thing, or it was taken down; NotAllowed as its page would."""

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """Tell the staff of its place that somebody flagged it. After the commit."""


FLAGGABLE: web.AppKey[dict[str, Flaggable]] = web.AppKey("flaggable")
"""By type of thing. A type that is missing here can't be flagged."""
