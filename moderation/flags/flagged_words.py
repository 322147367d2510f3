"""What somebody flagged, told to them again while they could still read it in its place."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from aiohttp import web

from foundation.errors import NotAllowed, NotFound
from foundation.permissions import Viewer
from moderation.content import Content, State, fetch_content
from moderation.flags.ports import FLAGGABLE
from moderation.people.content import AVATAR

JSON = Mapping[str, Any]
NOTHING: Final[JSON] = {"words": None, "place": ""}


async def told(app: web.Application, viewer: Viewer, flags: Sequence[JSON]) -> list[dict[str, Any]]:
    """These flags, each with the `words` (None: gone, or a picture) and the `place` of what it is about."""
    targets = [(flag["target_type"], flag["target_id"]) for flag in flags]
    contents = await fetch_content(app, set(targets))
    return [
        {**flag, **(await _of(app, viewer, contents.get(target)))} for flag, target in zip(flags, targets, strict=True)
    ]


async def _of(app: web.Application, viewer: Viewer, content: Content | None) -> JSON:
    if content is None or content.state is not State.PUBLISHED or content.type not in app[FLAGGABLE]:
        return NOTHING
    try:
        await app[FLAGGABLE][content.type].access(viewer, content.id)
    except (NotFound, NotAllowed):
        return NOTHING
    return {"words": None if content.type == AVATAR else content.body, "place": content.place_name}
