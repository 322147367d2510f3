"""Who sees a picture that stands in something: who may read that."""

from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from foundation.pictures.shown import no_picture
from priorities.policy import is_staff

JSON = dict[str, Any]
_PUBLIC = frozenset({"published", "merged", "refused"})


async def check_readable(_app: web.Application, viewer: Viewer, picture: JSON) -> None:
    """Raises NotFound for a picture (as the store's `PLACED` gives it) of what the viewer may not read.

    One that waits with a held edit is its author's and the staff's, but for what a sealed case holds.
    """
    if picture["state"] in _PUBLIC and picture["position"] >= 0:
        return
    if picture["cases"] or not is_staff(viewer, picture):
        raise no_picture()
