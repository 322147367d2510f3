"""The web sites that somebody allowed, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.lists.models import AllowedSite


async def _sites(person: str) -> AsyncIterator[dict[str, Any]]:
    own = AllowedSite.filter(Q(added_by_id=person) | Q(removed_by_id=person))
    async for row in by_key(own, "domain", "place_id", "added_at", "removed_at"):
        yield {"room": row.pop("place_id"), **row}


HELD_OF_SITES = (Holding("sites_allowed", ("allowed_site.added_by_id", "allowed_site.removed_by_id"), _sites),)
