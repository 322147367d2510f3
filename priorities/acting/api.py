"""Priorities and what was done about them, as JSON."""

from typing import Any

import msgspec
from aiohttp import web

from foundation.api import Api, Call
from foundation.client_ids import client_id_of
from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from priorities.acting import (
    api_service,
    editing_service,
    ending_service,
    following_service,
    keeping_service,
    posting_service,
    withdrawing_service,
)
from priorities.acting.drafts import ActionDraft, checked_draft
from priorities.acting.police_shapes import PolicePriorities, PriorityPage
from priorities.acting.shapes import (
    ChangedAction,
    ClosedPriority,
    HeldAction,
    KeptPriority,
    NewAction,
    OnePriority,
    PriorityAction,
    WithdrawnAction,
)

api = Api()
_READ, _ACT, _FOLLOW = Permission.PRIORITY_READ, Permission.ACTION_WRITE, Permission.PRIORITY_FOLLOW


@api.get("/neighbourhoods/{id}/priorities", permission=_READ, query=PriorityPage, answer=PolicePriorities,
         summary="What was adopted in a neighbourhood, the newest first, in data.police.uk’s shape")  # fmt: skip
async def list_priorities(call: Call[None, PriorityPage]) -> PolicePriorities:
    return await api_service.list_priorities(call.path["id"], call.query.cursor, call.query.limit)


@api.get("/priorities/{id}", permission=_READ, answer=OnePriority, summary="A priority and what was done about it")
async def show_priority(call: Call[None, None]) -> OnePriority:
    return await api_service.one_priority(call.request.app, call.path["id"])


@api.patch("/priorities/{id}", permission=Permission.PRIORITY_KEEP, body=KeptPriority, answer=OnePriority,
           summary="Say who answers for a priority, what they promise, and by when they say more")  # fmt: skip
async def keep_priority(call: Call[KeptPriority, None]) -> OnePriority:
    """Its officers and administrators; 409 on an old `kept_version`."""
    app, body = call.request.app, call.body
    keeping = keeping_service.Keeping(
        role=body.owner_role,
        rank=body.owner_rank,
        owner=body.owner,
        promise=body.promise,
        next_update_on=body.next_update,
        version=body.kept_version,
    )
    await keeping_service.keep_priority(app, call.viewer, call.path["id"], keeping)
    return await api_service.one_priority(app, call.path["id"])


@api.post("/priorities/{id}/close", permission=Permission.PRIORITY_KEEP, body=ClosedPriority, answer=OnePriority,
          summary="Say that a priority which was imported is not worked on any more")  # fmt: skip
async def close_priority(call: Call[ClosedPriority, None]) -> OnePriority:
    """Its officers and administrators; 409 for one that was agreed here: its neighbours judge that."""
    await ending_service.close_priority(call.request.app, call.viewer, call.path["id"], call.body.reason)
    return await api_service.one_priority(call.request.app, call.path["id"])


@api.post("/priorities/{id}/actions", permission=_ACT, body=NewAction, answer=PriorityAction, status=201,
          waits=HeldAction, summary="Say what was done about a priority")  # fmt: skip
async def post_action(call: Call[NewAction, None]) -> PriorityAction | web.Response:
    """Its officers, administrators and partners; the same `client_id` again gives the same action."""
    app, body = call.request.app, call.body
    draft = _draft(call.request, body, client_id=client_id_of({"client_id": body.client_id}))
    row = await posting_service.post_action(app, call.viewer, call.path["id"], draft)
    if row["state"] == "held":
        return json_response(HeldAction("held", row["id"]), 202)
    return await api_service.action_json(row)


@api.patch("/actions/{id}", permission=_ACT, body=ChangedAction, answer=PriorityAction,
           summary="Put other words in the place of an action of yours")  # fmt: skip
async def edit_action(call: Call[ChangedAction, None]) -> PriorityAction:
    """409 on an old `version`, with the words that stand there now."""
    draft = _draft(call.request, call.body, version=call.body.version)
    row = await editing_service.edit_action(call.request.app, call.viewer, call.path["id"], draft)
    return await api_service.action_json(row)


@api.delete("/actions/{id}", permission=_ACT, summary="Take an action of yours back")
async def withdraw_own_action(call: Call[None, None]) -> None:
    await withdrawing_service.withdraw_action(call.request.app, call.viewer, call.path["id"])


@api.post("/actions/{id}/withdraw", permission=_ACT, body=WithdrawnAction, answer=None, status=204,
          summary="Take an action back, your own or somebody else’s")  # fmt: skip
async def withdraw_action(call: Call[WithdrawnAction, None]) -> None:
    """422 without a `reason` for what somebody else wrote: it goes into the audit."""
    await withdrawing_service.withdraw_action(call.request.app, call.viewer, call.path["id"], call.body.reason)


@api.put("/priorities/{id}/follow", permission=_FOLLOW, summary="Follow a priority")
async def follow_priority(call: Call[None, None]) -> None:
    await following_service.follow_priority(call.viewer, call.path["id"])


@api.delete("/priorities/{id}/follow", permission=_FOLLOW, summary="Follow a priority no more")
async def unfollow_priority(call: Call[None, None]) -> None:
    await following_service.unfollow_priority(call.viewer, call.path["id"])


def _draft(request: web.Request, body: NewAction | ChangedAction, **more: Any) -> ActionDraft:
    figures = tuple(msgspec.to_builtins(figure) for figure in body.figures)
    following = body.next_update if isinstance(body, NewAction) else None
    draft = ActionDraft(
        body.body,
        done_on=body.done_on,
        partner=body.partner,
        figures=figures,
        next_update_on=following,
        pictures=tuple(body.pictures),
        confirm=body.confirm,
        **more,
    )
    return checked_draft(draft, request.app[SETTINGS].time_zone)
