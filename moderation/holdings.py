"""What moderation holds about a person, as they take it away: other people are in it by role only."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.evidence.holdings import HELD_AS_EVIDENCE
from moderation.flags.holdings import HELD_BY_FLAGS
from moderation.items.holdings import HELD_BY_ITEMS
from moderation.known.holdings import HELD_OF_KNOWN
from moderation.lists.sites_holdings import HELD_OF_SITES
from moderation.models import Decision
from moderation.sealed.holdings import HELD_OF_CASES


async def _decisions_about(person: str) -> AsyncIterator[dict[str, Any]]:
    """By which role, not by whom; and not the note, which staff write for each other."""
    async for row in by_key(Decision.filter(author_id=person), *_DECIDED, "actor_role"):
        yield {**row, "by": row.pop("actor_role") or "rule"}


async def _decisions_made(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(Decision.filter(actor_id=person), *_DECIDED, "note"):
        yield row


_DECIDED = ("target_type", "target_id", "revision", "action", "clause", "rules_version", "reason", "seconds", "at")

HELD_BY_MODERATION = (
    Holding("decisions_about_me", ("decision.author_id",), _decisions_about),
    Holding("decisions_made", ("decision.actor_id",), _decisions_made),
    *HELD_AS_EVIDENCE,
    *HELD_BY_FLAGS,
    *HELD_BY_ITEMS,
    *HELD_OF_KNOWN,
    *HELD_OF_CASES,
    *HELD_OF_SITES,
)
