"""Live in: each event of a room is parsed, becomes one verb, and its result is acknowledged."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from moderation.decisions.why import Why
from rooms import entering
from rooms.event_shapes import (
    AnswerQuestion,
    CatchUp,
    DecideHeld,
    DecideMessage,
    EditMessage,
    Enter,
    FlagMessage,
    InRoom,
    OfMessage,
    OfPerson,
    RestrictPerson,
    SendMessage,
    SetMode,
)
from rooms.hosting import keeping_out_service, mode_service, readmitting_service
from rooms.live_events import events, in_room
from rooms.messages import changes, decisions, flagging_service, questions
from rooms.messages import service as messages
from rooms.messages.drafts import Draft
from rooms.models import MessageKind

JSON = dict[str, Any]


@events.on("enter", permission=Permission.ROOM_ENTER, body=Enter)
async def enter(visit: Visit, said: Enter) -> JSON:
    return await entering.enter(visit, said.room, said.after, unseen=said.unseen)


@in_room("catch_up", permission=Permission.ROOM_ENTER, body=CatchUp)
async def catch_up(visit: Visit, said: CatchUp) -> JSON:
    return await entering.read_on(visit, said.room, said.after, said.limit)


@events.on("leave", permission=Permission.ROOM_ENTER, body=InRoom)
async def leave(visit: Visit, said: InRoom) -> JSON:
    await entering.leave(visit, said.room)
    return {}


@in_room("send_message", permission=Permission.ROOM_TALK, body=SendMessage)
async def send_message(visit: Visit, said: SendMessage) -> JSON:
    draft = Draft(str(said.client_id), said.body, MessageKind(said.kind), said.reply_to, said.confirm)
    return (await messages.post_message(visit.app, visit.viewer, said.room, draft)).acknowledgement()


@in_room("answer_question", permission=Permission.ROOM_HOST, body=AnswerQuestion)
async def answer_question(visit: Visit, said: AnswerQuestion) -> JSON:
    draft = Draft(str(said.client_id), said.body, confirm=said.confirm)
    outcome = await questions.answer_question(visit.app, visit.viewer, said.room, said.id, draft)
    return outcome.acknowledgement()


@in_room("edit_message", permission=Permission.ROOM_TALK, body=EditMessage)
async def edit_message(visit: Visit, said: EditMessage) -> JSON:
    outcome = await changes.edit_message(
        visit.app, visit.viewer, said.room, said.id, said.body, confirm=said.confirm
    )  # fmt: skip
    return outcome.acknowledgement()


@in_room("withdraw_message", permission=Permission.ROOM_TALK, body=OfMessage)
async def withdraw_message(visit: Visit, said: OfMessage) -> JSON:
    seq = await changes.withdraw_message(visit.app, visit.viewer, said.room, said.id)
    return {} if seq is None else {"seq": seq}


@in_room("flag_message", permission=Permission.ROOM_FLAG, body=FlagMessage)
async def flag_message(visit: Visit, said: FlagMessage) -> JSON:
    flag = await flagging_service.flag_message(
        visit.app, visit.viewer, said.room, said.id, said.reason, said.note or "", address=visit.address
    )
    return {"flag": flag}


@in_room("hide_message", permission=Permission.ROOM_MODERATE, body=DecideMessage)
async def hide_message(visit: Visit, said: DecideMessage) -> JSON:
    why = Why(said.reason, said.clause)
    return {"seq": await decisions.hide_message(visit.app, visit.viewer, said.room, said.id, why)}


@in_room("restore_message", permission=Permission.ROOM_MODERATE, body=DecideMessage)
async def restore_message(visit: Visit, said: DecideMessage) -> JSON:
    why = Why(said.reason, said.clause)
    return {"seq": await decisions.restore_message(visit.app, visit.viewer, said.room, said.id, why)}


@in_room("approve_message", permission=Permission.ROOM_MODERATE, body=DecideHeld)
async def approve_message(visit: Visit, said: DecideHeld) -> JSON:
    why = Why(said.reason or "", said.clause)
    return {"seq": await decisions.approve_message(visit.app, visit.viewer, said.room, said.id, why)}


@in_room("reject_message", permission=Permission.ROOM_MODERATE, body=DecideHeld)
async def reject_message(visit: Visit, said: DecideHeld) -> JSON:
    why = Why(said.reason or "", said.clause)
    await decisions.reject_message(visit.app, visit.viewer, said.room, said.id, why)
    return {}


@in_room("set_mode", permission=Permission.ROOM_MODERATE, body=SetMode)
async def set_mode(visit: Visit, said: SetMode) -> JSON:
    return {"seq": await mode_service.set_mode(visit.app, visit.viewer, said.room, said.mode, said.seconds)}


@in_room("silence_person", permission=Permission.ROOM_MODERATE, body=RestrictPerson)
async def silence_person(visit: Visit, said: RestrictPerson) -> JSON:
    why = Why(said.reason, said.clause, said.seconds)
    return {"decision": await keeping_out_service.silence_person(visit.app, visit.viewer, said.room, said.person, why)}


@in_room("remove_person", permission=Permission.ROOM_MODERATE, body=RestrictPerson)
async def remove_person(visit: Visit, said: RestrictPerson) -> JSON:
    why = Why(said.reason, said.clause, said.seconds)
    return {"decision": await keeping_out_service.remove_person(visit.app, visit.viewer, said.room, said.person, why)}


@in_room("readmit_person", permission=Permission.ROOM_MODERATE, body=OfPerson)
async def readmit_person(visit: Visit, said: OfPerson) -> JSON:
    await readmitting_service.readmit_person(visit.app, visit.viewer, said.room, said.person)
    return {}
