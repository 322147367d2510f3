"""People's own words in a room, and answers, by forms: the same verbs as live, then back to the room."""

from typing import Any

from aiohttp import web

from foundation.client_ids import client_id_of
from foundation.errors import Invalid, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.messages import changes, questions, service
from rooms.messages.drafts import Draft, draft_of
from rooms.messages.outcomes import Outcome
from rooms.models import MessageKind
from rooms.questions.listing_service import similar_questions
from rooms.room_page import room_page
from rooms.surgeries.service import access_surgery

pages = Routes()
_MESSAGE = "/surgeries/{id}/messages/{message}"


@pages.post("/surgeries/{id}/messages", permission=Permission.ROOM_TALK)
async def post_message(request: web.Request) -> web.StreamResponse:
    """Say or ask something."""
    form = await form_of(request)
    draft = draft_of(form)
    room_id = request.match_info["id"]
    try:
        if near := await _asked_already(request, form, draft):
            return await room_page(request, draft=_refill(form) | {"alike": near})
        outcome = await service.post_message(request.app, viewer_of(request), room_id, draft)
    except Refusal as refusal:
        return await room_page(request, draft=_refill(form), refusal=refusal)
    if outcome.status == "warned":
        emergency = outcome.notice == "emergency"
        return await room_page(request, draft=_refill(form) | {"warned": outcome.reason}, emergency=emergency)
    raise see_other(_place(room_id, outcome))


@pages.post(_MESSAGE + "/answer", permission=Permission.ROOM_HOST)
async def answer_question(request: web.Request) -> web.StreamResponse:
    """Answer a question as a host. What screening would ask first is asked on the room's page."""
    form = await form_of(request)
    room_id, question_id = request.match_info["id"], request.match_info["message"]
    draft = draft_of(form)
    try:
        outcome = await questions.answer_question(request.app, viewer_of(request), room_id, question_id, draft)
    except Invalid as refusal:
        return await _answer_page(request, form, problem=refusal.message)
    if outcome.status == "warned":
        return await _answer_page(request, form, warned=outcome.reason)
    raise see_other(_place(room_id, outcome))


@pages.get(_MESSAGE + "/edit", permission=Permission.ROOM_TALK)
async def edit_form(request: web.Request) -> web.StreamResponse:
    """One's own words, to change them."""
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    message = await changes.access_own_to_edit(viewer_of(request), room_id, message_id)
    words = message["body"] if message["pending_body"] is None else message["pending_body"]
    return await _edit_page(request, {"body": words})


@pages.post(_MESSAGE + "/edit", permission=Permission.ROOM_TALK)
async def edit_message(request: web.Request) -> web.StreamResponse:
    """Change one's own words."""
    form = await form_of(request)
    room_id, body = request.match_info["id"], form.get("body", "")
    try:
        outcome = await changes.edit_message(
            request.app, viewer_of(request), room_id, request.match_info["message"], body, confirm=_confirmed(form)
        )
    except Invalid as refusal:
        return await _edit_page(request, form, problem=refusal.message)
    if outcome.status == "warned":
        return await _edit_page(request, form, warned=outcome.reason)
    raise see_other(_place(room_id, outcome))


@pages.post(_MESSAGE + "/withdraw", permission=Permission.ROOM_TALK)
async def withdraw_message(request: web.Request) -> web.StreamResponse:
    """Take one's own words back."""
    await form_of(request)
    room_id, message_id = request.match_info["id"], request.match_info["message"]
    await changes.withdraw_message(request.app, viewer_of(request), room_id, message_id)
    raise see_other(f"/surgeries/{room_id}#m-{message_id}")


async def _asked_already(request: web.Request, form: dict[str, str], draft: Draft) -> list[dict[str, Any]]:
    """What others asked that is like this question: offered once, to be voted for instead."""
    if draft.kind is not MessageKind.QUESTION or form.get("alike_seen") == "yes":
        return []
    near = await similar_questions(request.app, viewer_of(request), request.match_info["id"], draft.body)
    return [question for question in near if not question["mine"]]


def _confirmed(form: dict[str, str]) -> bool:
    return form.get("confirm") == "true"


def _refill(form: dict[str, str]) -> dict[str, Any]:
    return {name: form.get(name, "") for name in ("body", "kind", "reply_to")} | {"client_id": client_id_of(form)}


def _place(room_id: str, outcome: Outcome) -> str:
    emergency = "?emergency" if outcome.notice == "emergency" else ""
    anchor = "held" if outcome.status == "held" else "m"
    return f"/surgeries/{room_id}{emergency}#{anchor}-{outcome.id}"


async def _edit_page(request: web.Request, form: dict[str, str], **said: Any) -> web.Response:
    return await _page(request, "rooms/edit_message.html", body=form.get("body", ""), **said)


async def _answer_page(request: web.Request, form: dict[str, str], **said: Any) -> web.Response:
    draft = _refill(form)
    return await _page(request, "rooms/answer.html", body=draft["body"], client_id=draft["client_id"], **said)


async def _page(request: web.Request, template: str, **context: Any) -> web.Response:
    surgery = await access_surgery(request.match_info["id"])
    status = 422 if context.get("problem") else 200
    message_id = request.match_info["message"]
    return render(request, template, status=status, surgery=surgery, message_id=message_id, **context)
