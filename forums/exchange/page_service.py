"""What the page shows on which staff take a forum out and bring topics in."""

from typing import Any

from forums.exchange.policy import access_forum_to_exchange
from forums.places.page_service import described
from foundation.permissions import Viewer

JSON = dict[str, Any]


async def exchange_page(viewer: Viewer, forum_id: str) -> JSON:
    """The forum as pages show it, for who may exchange it; raises NotFound, NotAllowed."""
    return await described(await access_forum_to_exchange(viewer, forum_id))
