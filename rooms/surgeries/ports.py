"""What a surgery asks of the priorities beside it. The roof fills this; while nobody does, nothing is shown."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from aiohttp import web


class PanelsAt(Protocol):
    """The panels that agree on priorities at a surgery: `path`, `title`, and whether they `agreed` already."""

    async def __call__(self, surgery: str) -> Sequence[Mapping[str, Any]]: ...


PANELS_AT: web.AppKey[PanelsAt] = web.AppKey("panels_at")
