"""What the report asks of the floors above: filled by the roof."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from aiohttp import web


class CountPosts(Protocol):
    """How many things were posted in a force's places (None: in all) from `since` until before `until`.

    What was held, or taken down since, counts; what was said in private does not.
    """

    async def __call__(self, force: str | None, since: datetime, until: datetime) -> int: ...


COUNT_POSTS: web.AppKey[Sequence[CountPosts]] = web.AppKey("count_posts")
