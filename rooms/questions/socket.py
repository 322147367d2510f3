"""What people do with questions, live."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.live_events import in_room
from rooms.promises import service as promises
from rooms.promises.vows import Vow, Warned
from rooms.questions import merging_service, picking_service, settling_service, votes_service
from rooms.questions.shapes import CloseQuestion, MergeQuestion, OfQuestion, PickQuestion, PromiseAnAnswer

JSON = dict[str, Any]


@in_room("vote_question", permission=Permission.QUESTION_VOTE, body=OfQuestion)
async def vote_question(visit: Visit, said: OfQuestion) -> JSON:
    return {"id": await votes_service.vote(visit.app, visit.viewer, said.room, said.id, wanted=True)}


@in_room("unvote_question", permission=Permission.QUESTION_VOTE, body=OfQuestion)
async def unvote_question(visit: Visit, said: OfQuestion) -> JSON:
    return {"id": await votes_service.vote(visit.app, visit.viewer, said.room, said.id, wanted=False)}


@in_room("pick_question", permission=Permission.QUESTION_DECIDE, body=PickQuestion)
async def pick_question(visit: Visit, said: PickQuestion) -> JSON:
    return {"seq": await picking_service.pick_question(visit.app, visit.viewer, said.room, said.id)}


@in_room("mark_question", permission=Permission.QUESTION_DECIDE, body=OfQuestion)
async def mark_question(visit: Visit, said: OfQuestion) -> JSON:
    return {"seq": await settling_service.mark_question(visit.app, visit.viewer, said.room, said.id)}


@in_room("close_question", permission=Permission.QUESTION_DECIDE, body=CloseQuestion)
async def close_question(visit: Visit, said: CloseQuestion) -> JSON:
    return {"seq": await settling_service.close_question(visit.app, visit.viewer, said.room, said.id, said.reason)}


@in_room("reopen_question", permission=Permission.QUESTION_DECIDE, body=OfQuestion)
async def reopen_question(visit: Visit, said: OfQuestion) -> JSON:
    return {"seq": await settling_service.reopen_question(visit.app, visit.viewer, said.room, said.id)}


@in_room("merge_question", permission=Permission.QUESTION_DECIDE, body=MergeQuestion)
async def merge_question(visit: Visit, said: MergeQuestion) -> JSON:
    return {"seq": await merging_service.merge_question(visit.app, visit.viewer, said.room, said.id, said.into)}


@in_room("unmerge_question", permission=Permission.QUESTION_DECIDE, body=OfQuestion)
async def unmerge_question(visit: Visit, said: OfQuestion) -> JSON:
    return {"seq": await merging_service.unmerge_question(visit.app, visit.viewer, said.room, said.id)}


@in_room("promise_question", permission=Permission.QUESTION_DECIDE, body=PromiseAnAnswer)
async def promise_question(visit: Visit, said: PromiseAnAnswer) -> JSON:
    vow = Vow(said.text, said.due_on, said.owner_id, said.owner, said.confirm)
    try:
        return {"promise": await promises.promise_answer(visit.app, visit.viewer, said.room, said.id, vow)}
    except Warned as warning:
        return {"status": "warned", "reason": warning.message}
