"""Questions by forms: the same verbs as live, then back to the room."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.messages import questions
from rooms.messages.drafts import draft_of
from rooms.promises import service as promises
from rooms.promises.vows import Vow
from rooms.questions import merging_service, picking_service, settling_service, votes_service
from rooms.questions.deciding_service import question_to_decide

pages = Routes()
_QUESTION = "/surgeries/{id}/questions/{question}"


@pages.post(_QUESTION + "/vote", permission=Permission.QUESTION_VOTE)
async def vote_question(request: web.Request) -> web.StreamResponse:
    """Want it answered too, or take that back (`wanted` is no)."""
    form = await form_of(request)
    wanted = form.get("wanted", "yes") != "no"
    target = await votes_service.vote(request.app, viewer_of(request), *_of(request), wanted=wanted)
    raise _back(request, form, target)


@pages.post(_QUESTION + "/pick", permission=Permission.QUESTION_DECIDE)
async def pick_question(request: web.Request) -> web.StreamResponse:
    """Answer it now; `stop`: none any more."""
    form = await form_of(request)
    room_id, question_id = _of(request)
    picked = None if form.get("stop") else question_id
    await picking_service.pick_question(request.app, viewer_of(request), room_id, picked)
    raise _back(request, form)


@pages.post(_QUESTION + "/mark", permission=Permission.QUESTION_DECIDE)
async def mark_question(request: web.Request) -> web.StreamResponse:
    """Mark it as answered."""
    return await _decide(request, settling_service.mark_question)


@pages.post(_QUESTION + "/reopen", permission=Permission.QUESTION_DECIDE)
async def reopen_question(request: web.Request) -> web.StreamResponse:
    """Let it wait again."""
    return await _decide(request, settling_service.reopen_question)


@pages.post(_QUESTION + "/unmerge", permission=Permission.QUESTION_DECIDE)
async def unmerge_question(request: web.Request) -> web.StreamResponse:
    """Let it stand for itself again."""
    return await _decide(request, merging_service.unmerge_question)


@pages.get(_QUESTION + "/decide", permission=Permission.QUESTION_DECIDE)
async def decide_form(request: web.Request) -> web.StreamResponse:
    """What can become of one question."""
    return await _decide_page(request, {})


@pages.post(_QUESTION + "/merge", permission=Permission.QUESTION_DECIDE)
async def merge_question(request: web.Request) -> web.StreamResponse:
    """Put it together with another."""
    form = await form_of(request)
    try:
        await merging_service.merge_question(request.app, viewer_of(request), *_of(request), form.get("into", ""))
    except Invalid as refusal:
        return await _decide_page(request, form, refusal)
    raise _back(request, form)


@pages.post(_QUESTION + "/close", permission=Permission.QUESTION_DECIDE)
async def close_question(request: web.Request) -> web.StreamResponse:
    """Close it with a reason."""
    form = await form_of(request)
    try:
        await settling_service.close_question(request.app, viewer_of(request), *_of(request), form.get("reason", ""))
    except Invalid as refusal:
        return await _decide_page(request, form, refusal)
    raise _back(request, form)


@pages.post(_QUESTION + "/answer", permission=Permission.QUESTION_DECIDE)
async def answer_question(request: web.Request) -> web.StreamResponse:
    """Answer it in writing, which is possible after the close too."""
    form = await form_of(request)
    try:
        outcome = await questions.answer_what_remains(request.app, viewer_of(request), *_of(request), draft_of(form))
        if outcome.status == "warned":
            raise Invalid.at("body", outcome.reason or "")
    except Invalid as refusal:
        return await _decide_page(request, form, refusal)
    raise _back(request, form)


@pages.post(_QUESTION + "/promise", permission=Permission.QUESTION_DECIDE)
async def promise_question(request: web.Request) -> web.StreamResponse:
    """Park it with a promise."""
    form = await form_of(request)
    given = {name: form.get(name, "") for name in ("text", "due_on", "owner_id", "owner")}
    vow = Vow(**given, confirm=form.get("confirm") == "true")
    try:
        await promises.promise_answer(request.app, viewer_of(request), *_of(request), vow)
    except Invalid as refusal:
        return await _decide_page(request, form, refusal)
    raise _back(request, form)


async def _decide(request: web.Request, verb: Any) -> web.StreamResponse:
    form = await form_of(request)
    await verb(request.app, viewer_of(request), *_of(request))
    raise _back(request, form)


async def _decide_page(request: web.Request, form: dict[str, str], refusal: Invalid | None = None) -> web.Response:
    room_id, question_id = _of(request)
    return render(
        request,
        "rooms/questions/decide.html",
        status=refusal.status if refusal else 200,
        form=form,
        back=local_path(form.get("back") or request.query.get("back", ""), f"/surgeries/{room_id}#q-{question_id}"),
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else [],
        **await question_to_decide(request.app, viewer_of(request), room_id, question_id),
    )


def _of(request: web.Request) -> tuple[str, str]:
    return request.match_info["id"], request.match_info["question"]


def _back(request: web.Request, form: dict[str, str], question_id: str | None = None) -> web.HTTPSeeOther:
    """To where the form says that it stood, in the order that was chosen there; else to the question in its room."""
    room_id, asked = _of(request)
    order = form.get("order", "")
    query = f"?order={order}" if order in ("newest", "unanswered") else ""
    return see_other(local_path(form.get("back", ""), f"/surgeries/{room_id}{query}#q-{question_id or asked}"))
