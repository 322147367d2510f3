"""The review queue as JSON."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from foundation.api import Api, Call
from foundation.clock import rfc3339
from foundation.permissions import Permission
from moderation.decisions.decided import Decided
from moderation.decisions.shown import with_the_first
from moderation.queue import claims_service, item_service, service
from moderation.queue.filters import read_filters

api = Api()
JSON = dict[str, Any]
_MEMBERS = (
    "id", "target", "text", "priority", "due_at", "claimed_by", "claimed_until", "version", "flags", "hits", "kind",
    "kinds", "cause", "state", "live", "reach", "opened_at", "author", "place", "label", "escalated_to",
)  # fmt: skip


class FindItems(msgspec.Struct):
    """Which items: the others leave out what they name. `mine=1`: what one has claimed."""

    state: Literal["open", "decided", "closed"] = "open"
    kind: str = ""
    cause: str = ""
    place: str = ""
    author: str = ""
    mine: str = ""
    cursor: Annotated[str, msgspec.Meta(max_length=64)] = ""
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 25


class ItemAnswer(msgspec.Struct):
    """One item. `priority` 0 comes first; `text` and `hits` are left out where a case is sealed, which `label` names.

    `claimed_by` is the person who has it before them, until `claimed_until`. A decision names the `version`.
    """

    id: str
    target: JSON
    text: str | None
    priority: int
    due_at: datetime
    claimed_by: JSON | None
    claimed_until: datetime | None
    version: int
    flags: int
    hits: list[JSON]
    kind: str
    kinds: list[str]
    cause: str
    state: str
    live: bool
    reach: int
    opened_at: datetime
    author: JSON | None
    place: JSON | None
    label: str | None
    escalated_to: str | None


class QueueAnswer(msgspec.Struct):
    """A page of the queue, the cursor of the next one or null, and how many wait of each kind, a thousand at most."""

    items: list[ItemAnswer]
    next: str | None
    counts: dict[str, int]


@api.get(
    "/moderation/queue",
    permission=Permission.QUEUE_WORK,
    query=FindItems,
    answer=QueueAnswer,
    summary="What waits for a moderator's decision, the most urgent first",
)
async def list_queue(call: Call[None, FindItems]) -> JSON:
    """Items of the force that one serves, without one's own words."""
    find = call.query
    filters = read_filters(call.request.query)
    listed = await service.list_items(
        call.request.app, call.viewer, filters, state=find.state, cursor=find.cursor, limit=find.limit
    )
    counts = await service.counts(call.viewer)
    return {"items": [_answer(item) for item in listed["items"]], "next": listed["next"], "counts": counts}


@api.post(
    "/moderation/items/{id}/claim",
    permission=Permission.QUEUE_WORK,
    answer=ItemAnswer,
    summary="Have an item to oneself for ten minutes, or ten more",
)
async def claim_item(call: Call[None, None]) -> JSON:
    """409 with `claimed_by` where somebody else has it, or with `decision` where somebody has decided."""
    try:
        await claims_service.claim(call.request.app, call.viewer, call.path["id"])
    except Decided as decided:
        raise await with_the_first(decided) from None
    return _answer(await item_service.read_item(call.request.app, call.viewer, call.path["id"]))


@api.delete("/moderation/items/{id}/claim", permission=Permission.QUEUE_WORK, summary="Let go of an item")
async def let_go(call: Call[None, None]) -> None:
    """Nothing where one has not claimed it."""
    await claims_service.let_go(call.request.app, call.viewer, call.path["id"])


def _answer(item: JSON) -> JSON:
    said = {name: item[name] for name in _MEMBERS}
    return {name: rfc3339(value) if isinstance(value, datetime) else value for name, value in said.items()}
