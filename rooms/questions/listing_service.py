"""Questions for who asks for them: in an order, or those like one that is being written."""

from typing import Any, Literal

from aiohttp import web

from foundation.keys import LIMITS
from foundation.permissions import Viewer
from rooms.policy import access_room, access_room_to_enter
from rooms.questions.alike import alike
from rooms.questions.asked import Asked, asked_in
from rooms.questions.panel import orders
from rooms.questions.tallies import votes_in, wanted_by

JSON = dict[str, Any]
Order = Literal["wanted", "newest", "unanswered"]


async def list_questions(
    viewer: Viewer, room_id: str, order: Order, start: int, limit: int
) -> tuple[list[JSON], str | None]:
    """The questions of a room that everybody may read, in that order from the `start`th on, at most `limit`.

    And the cursor of what follows, None at the end. Raises NotFound.
    """
    await access_room(viewer, room_id)
    asked = {each.id: each for each in await asked_in(room_id)}
    votes = await votes_in(room_id)
    wanted = await wanted_by(room_id, viewer.id)
    ordered = orders(list(asked.values()), votes)[order]
    end = start + limit
    items = [_shown(asked[id_], votes, wanted, viewer) for id_ in ordered[start:end]]
    return items, str(end) if end < len(ordered) else None


async def similar_questions(app: web.Application, viewer: Viewer, room_id: str, text: str) -> list[JSON]:
    """The questions of a room that are most like `text`, at most three. Raises NotFound, NotAllowed, TooFast."""
    await access_room_to_enter(viewer, room_id)
    await app[LIMITS].check("similar", str(viewer.id or viewer.session or room_id))
    near = await alike(text, await asked_in(room_id))
    if not near:
        return []
    votes = await votes_in(room_id)
    wanted = await wanted_by(room_id, viewer.id)
    return [_shown(each.asked, votes, wanted, viewer) for each in near]


def _shown(asked: Asked, votes: dict[str, int], wanted: set[str], viewer: Viewer) -> JSON:
    return {
        "id": asked.id,
        "body": asked.body,
        "votes": votes.get(asked.id, 0),
        "wanted": asked.id in wanted,
        "mine": asked.author_id == viewer.id,
        "stands": asked.stands,
        "into": asked.into,
        "reason": asked.reason,
    }
