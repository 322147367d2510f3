"""What flags ask of the features whose things are flagged: filled by the roof, empty until then."""

from typing import Protocol

from aiohttp import web

from foundation.permissions import Viewer


class AccessToFlag(Protocol):
    """Raises NotFound where this viewer finds no such thing, or it was taken down; NotAllowed as its page would."""

    async def __call__(self, viewer: Viewer, target_id: str) -> None: ...


ACCESS_TO_FLAG: web.AppKey[dict[str, AccessToFlag]] = web.AppKey("access_to_flag")
"""By type of thing. A type that is missing here can't be flagged."""
