"""A round as the page shows it on which its staff keep it."""

from typing import Any

from foundation.permissions import Viewer
from priorities.policy import access_round_to_keep
from priorities.round_rows import without_secrets
from priorities.rounds import store
from priorities.rounds.heads import round_head
from priorities.rounds.keeping_service import is_before_the_vote, may_be_cancelled

JSON = dict[str, Any]


async def kept_round(viewer: Viewer, round_id: str) -> JSON:
    """`head`, `round` (its row, without the seed), `moved`, and what can still be done. Raises NotFound, NotAllowed."""
    row = await access_round_to_keep(viewer, round_id)
    return {
        "head": await round_head(viewer, row),
        "round": without_secrets(row),
        "moved": await store.dates_moved(round_id),
        "may_change": is_before_the_vote(row),
        "may_cancel": may_be_cancelled(row),
    }
