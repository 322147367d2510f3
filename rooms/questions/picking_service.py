"""Which question a host answers now: on top of everybody's room."""

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from rooms.log import append
from rooms.questions import store
from rooms.questions.asked import SETTLED, access_target
from rooms.questions.policy import access_to_decide, check_open
from rooms.writing import Change, write


async def pick_question(app: web.Application, viewer: Viewer, room_id: str, question_id: str | None) -> int:
    """Answer this question now, or none; gives the log's `seq`.

    Raises NotAllowed, Closed, NotFound, and Conflict for one that has been dealt with.
    """
    check_open(await access_to_decide(viewer, room_id))

    async def work() -> Change[int]:
        asked = await access_target(room_id, question_id) if question_id else None
        if asked and asked.stands in SETTLED:
            raise Conflict(_("This question has been dealt with already."))
        picked = asked.id if asked else None
        nothing = {"id": None, "excerpt": None}
        row = await append(room_id, "question_picked", subject_id=picked, data={} if picked else nothing)
        await store.set_answering(room_id, picked)
        details: dict[str, object] = {"question": picked}
        await add_entry(act="question.pick", actor=viewer, subject_type="room", subject_id=room_id, details=details)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)
