"""What a room's page shows of its questions, and what who enters live is told of them."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.keys import SETTINGS
from rooms.promises.shown import promises_shown
from rooms.promises.vows import possible_owners
from rooms.questions.asked import SETTLED, Asked, asked_in
from rooms.questions.policy import may_decide, may_promise
from rooms.questions.ports import MOVES_OF
from rooms.questions.tallies import votes_in, wanted_by
from rooms.standing import Standing

JSON = dict[str, Any]


async def questions_part(app: web.Application, standing: Standing) -> JSON:
    """`asked_now`: how each question stands by its id; `question_orders`: ids by order; `answering`: an id or None.

    `may_decide`, `may_promise`, `may_move` (to the forum): what this viewer decides; `promise_owners`, `today`: for who
    promises.
    """
    asked = await asked_in(standing.room_id)
    votes = await votes_in(standing.room_id)
    promises = await promises_shown([each.promise_id for each in asked if each.promise_id])
    wanted = await wanted_by(standing.room_id, standing.viewer.id)
    return {
        "asked_now": {each.id: _shown(each, votes, wanted, promises) for each in asked},
        "question_orders": orders(asked, votes),
        "answering": answering_in(standing, asked),
        "may_decide": may_decide(standing),
        "may_move": may_decide(standing) and MOVES_OF in app,
        **await _promising(app, standing),
    }


async def questions_at_entry(_app: web.Application, standing: Standing) -> JSON:
    """`votes {id: n}`, `my_votes [id]`, `answering`: the rest is in the log."""
    asked = await asked_in(standing.room_id) if standing.room["answering"] else []
    return {
        "votes": await votes_in(standing.room_id),
        "my_votes": sorted(await wanted_by(standing.room_id, standing.viewer.id)),
        "answering": answering_in(standing, asked),
    }


def orders(asked: list[Asked], votes: dict[str, int]) -> dict[str, list[str]]:
    """Ids by order: `wanted` (most votes first), `newest`, `unanswered` (only what waits, the longest first)."""
    wanted = sorted(asked, key=lambda each: (-votes.get(each.id, 0), each.seq))
    newest = sorted(asked, key=lambda each: -each.seq)
    ids = {"wanted": wanted, "newest": newest, "unanswered": [each for each in asked if each.waits]}
    return {name: [each.id for each in order] for name, order in ids.items()}


def answering_in(standing: Standing, asked: list[Asked]) -> str | None:
    """The question that is being answered, while the room is open and it is shown and not dealt with."""
    picked = standing.room["answering"] if standing.is_open else None
    return next((each.id for each in asked if each.id == picked and each.stands not in SETTLED), None)


def _shown(asked: Asked, votes: dict[str, int], wanted: set[str], promises: dict[str, JSON]) -> JSON:
    return {
        "stands": asked.stands,
        "votes": votes.get(asked.id, 0),
        "wanted": asked.id in wanted,
        "into": asked.into,
        "reason": asked.reason,
        "promise": promises.get(asked.promise_id or ""),
        "answered": asked.answered,
    }


async def _promising(app: web.Application, standing: Standing) -> JSON:
    if not may_promise(standing):
        return {"may_promise": False}
    owners = await possible_owners(standing.room["neighbourhood_id"], standing.viewer)
    return {"may_promise": True, "promise_owners": owners, "today": clock.today_in(app[SETTINGS].time_zone).isoformat()}
