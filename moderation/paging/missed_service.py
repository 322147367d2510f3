"""Calls, and who looked, that were told by another process while Redis was away: told to the screens of this one."""

from collections import OrderedDict
from datetime import timedelta
from typing import Any, Final

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.fanout import broadcast_here, channels_here
from moderation.content import fetch_content
from moderation.items import store as items
from moderation.paging import store
from moderation.paging.broadcast import channels_of_page, seen
from moderation.paging.shown import shown

JSON = dict[str, Any]

_BACK: Final = timedelta(minutes=2)
"""How far is looked back: a screen passes over what it knows."""
_MOST: Final = 200


class MissedCalls:
    """A looker of `foundation.redis_away`: what this process has told of calls, each once."""

    def __init__(self, app: web.Application) -> None:
        self._app = app
        self._told: OrderedDict[tuple[str, bool, bool], None] = OrderedDict()

    def is_needed(self) -> bool:
        """Whether anybody is here who may be called: moderators, and the hosts of rooms."""
        return any(channels_here(self._app, prefix) for prefix in ("moderators:", "room:"))

    async def look(self, *, uncertain: bool) -> None:
        """Tell what is new since a short while, and was not told by this before."""
        if uncertain:
            await self._tell_here()

    async def _tell_here(self) -> None:
        for page in await store.changed_since(clock.now() - _BACK):
            key = (page["id"], page["told_again_at"] is not None, page["seen_at"] is not None)
            if key not in self._told:
                await self._tell(page)
                self._told[key] = None
        while len(self._told) > _MOST:
            self._told.popitem(last=False)

    async def _tell(self, page: JSON) -> None:
        item = await items.find_item(page["item_id"])
        if item is None:
            return
        to = channels_of_page(page, item)
        if page["seen_at"] is not None:
            by = (await persons({page["seen_by_id"]})).get(page["seen_by_id"])
            await broadcast_here(self._app, "page_seen", seen(page, by), to=to)
            return
        target = (item["target_type"], item["target_id"])
        content = (await fetch_content(self._app, [target])).get(target)
        if content:
            await broadcast_here(self._app, "paged", shown(page, content.place_name), to=to)
