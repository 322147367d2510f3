"""Moving rounds from phase to phase, by the clock."""

from functools import partial

from aiohttp import web

from foundation import clock
from foundation.queries import Query
from priorities.phases import ORDER, phase_due
from priorities.round_rows import lock_round
from priorities.rounds.hooks_service import HOOKS
from priorities.rounds.one_by_one import by_itself
from priorities.writing import Change, Tell, write

_AT_ONCE = 100
_DUE = Query(
    """
    SELECT id FROM priority_round
    WHERE (phase = 'scheduled' AND gather_at <= ?) OR (phase = 'gather' AND shape_at <= ?)
        OR (phase = 'shape' AND vote_at <= ?) OR (phase = 'vote' AND agree_at <= ?)
        OR (phase = 'agree' AND act_at <= ?) OR (phase = 'act' AND review_at <= ?)
        OR (phase = 'review' AND ends_at <= ?)
    ORDER BY id LIMIT ?
    """
)
_MOVE = Query("UPDATE priority_round SET phase = ?, version = version + 1 WHERE id = ?")


async def move_rounds(app: web.Application) -> None:
    """Move every round that is due, through as many phases as are."""
    for due in await _DUE.rows(*[clock.now()] * len(ORDER), _AT_ONCE):
        await move_round(app, due["id"])


async def move_round(app: web.Application, round_id: str) -> None:
    """The same of one, where it is due. What fails is logged and tried again by the job: whoever calls this has
    committed what they did."""
    await by_itself("move_rounds", round_id, write(app, partial(_move, app, round_id)))


async def _move(app: web.Application, round_id: str) -> Change[None]:
    """The row is locked first: whoever else moves it waits, and finds it moved."""
    tell: list[Tell] = []
    moved = False
    while (row := await lock_round(round_id)) and (following := phase_due(row)):
        await _MOVE.rows(following, round_id)
        for hook in HOOKS.get(following, ()):
            tell += await hook(app, row | {"phase": following})
        moved = True
    return Change(None, rounds=[round_id] if moved else [], tell=tell)
