"""What somebody is writing, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from forums.drafts.models import Draft
from foundation.paging import by_key


async def _drafts(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(Draft.filter(person_id=person), "place", "title", "body", "section", "changed_at"):
        yield row


HELD_BY_DRAFTS = (Holding("forum_drafts", ("forum_draft.person_id",), _drafts),)
