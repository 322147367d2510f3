"""Wanting a question answered too: once each, not for one's own, and taken back at will."""

from collections import defaultdict
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, NotAllowed
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from rooms.pulsing import tell_soon
from rooms.questions import store
from rooms.questions.asked import SETTLED, Asked, access_target
from rooms.questions.policy import access_to_vote
from rooms.questions.tallies import votes_in
from rooms.writing import Change, write

_untold: defaultdict[str, set[str]] = defaultdict(set)
"""The questions of each room whose votes changed in this process and were not told yet."""


async def vote(app: web.Application, viewer: Viewer, room_id: str, question_id: str, *, wanted: bool) -> str:
    """Want a question answered, or take that back; the same again changes nothing. Gives the id that it counts for.

    That is another one where it was merged. Raises what `access_to_vote` does, NotFound, NotAllowed (one's own),
    Conflict (it is settled), TooFast.
    """
    await access_to_vote(viewer, room_id)
    await app[LIMITS].check("vote", str(viewer.id))
    asked = await access_target(room_id, question_id)
    if wanted:
        _check_may_want(asked, viewer)

    async def work() -> Change[None]:
        if wanted:
            await store.add_vote(room_id, asked.id, str(viewer.id))
        else:
            await store.remove_votes([asked.id, *await store.merged_into(asked.id)], str(viewer.id))
        return Change(None)

    await write(app, room_id, work)
    tell_votes(app, room_id, asked.id)
    return asked.id


def tell_votes(app: web.Application, room_id: str, *question_ids: str) -> None:
    """`question_votes {room, votes: {id: n}}` to everybody in the room, at most twice a second."""
    _untold[room_id].update(question_ids)

    async def votes() -> dict[str, Any]:
        changed = _untold.pop(room_id, set())
        counted = await votes_in(room_id)
        return {"room": room_id, "votes": {id_: counted.get(id_, 0) for id_ in sorted(changed)}}

    tell_soon(app, "question_votes", f"room:{room_id}", votes)


def _check_may_want(asked: Asked, viewer: Viewer) -> None:
    if asked.author_id == viewer.id:
        raise NotAllowed(_("This is your own question: it counts already."))
    if asked.stands in SETTLED:
        raise Conflict(_("This question has been dealt with, so it takes no more votes."))
