"""The words that somebody listed, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.lists.models import ListedWord


async def _words(person: str) -> AsyncIterator[dict[str, Any]]:
    own = ListedWord.filter(Q(added_by_id=person) | Q(removed_by_id=person))
    async for row in by_key(own, "list", "entry", "why", "added_at", "removed_at"):
        yield row


HELD_OF_WORDS = (Holding("words_listed", ("listed_word.added_by_id", "listed_word.removed_by_id"), _words),)
