"""The pages on which a question of a surgery becomes a topic: its host asks, its asker answers."""

from typing import Any

from aiohttp import web

from forums.meeting.form_page import form_page
from forums.meeting.questions import answering_service, asking_service
from forums.meeting.questions.moving_service import client_id_for
from forums.places.service import forum_of_neighbourhood, sections_of
from forums.posting.new import NewTopic
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
JSON = dict[str, Any]
_MOVE = "/questions/{id}/move"


@pages.post("/surgeries/{id}/questions/{question}/move", permission=Permission.QUESTION_MOVE)
async def ask_to_move(request: web.Request) -> web.StreamResponse:
    """One click of a host: its asker is asked whether their question may become a topic."""
    form = await form_of(request)
    surgery, question = request.match_info["id"], request.match_info["question"]
    topic = await asking_service.ask_to_move(request.app, viewer_of(request), surgery, question)
    back = local_path(form.get("back", ""), f"/surgeries/{surgery}/remains")
    raise see_other(f"/topics/{topic}" if topic else f"{back}#q-{question}")


@pages.get(_MOVE, permission=Permission.QUESTION_MOVE)
async def show_asked(request: web.Request) -> web.StreamResponse:
    """What the asker is asked."""
    return await _asked_page(request)


@pages.post(_MOVE, permission=Permission.QUESTION_MOVE)
async def answer_asked(request: web.Request) -> web.StreamResponse:
    """Their yes, with the words of the topic, or their no."""
    form = await form_of(request)
    app, viewer, asked_id = request.app, viewer_of(request), request.match_info["id"]
    if form.get("answer") == "no":
        await answering_service.refuse(app, viewer, asked_id)
        raise see_other(f"/questions/{asked_id}/move")
    asked, question = await answering_service.access_asked(app, viewer, asked_id)
    new = NewTopic(
        client_id=client_id_for(asked["question_id"]),
        title=form.get("title", ""),
        body=form.get("body", ""),
        section=form.get("section") or asked["section_id"],
        confirm=form.get("confirm") == "true",
        columns={"question_id": question.id},
    )
    try:
        outcome = await answering_service.agree(app, viewer, asked_id, new)
    except Refusal as refusal:
        return await _asked_page(request, form, refusal=refusal)
    if outcome.status == "warned":
        return await _asked_page(request, form, warned=outcome.reason)
    raise see_other(f"/topics/{outcome.topic_id}" if outcome.status == "published" else f"/questions/{asked_id}/move")


async def _asked_page(
    request: web.Request, form: JSON | None = None, *, refusal: Refusal | None = None, warned: str | None = None
) -> web.Response:
    asked, question = await answering_service.access_asked(request.app, viewer_of(request), request.match_info["id"])
    sections = await sections_of(await forum_of_neighbourhood(question.neighbourhood))
    return form_page(
        request, "forums/meeting/asked.html", form or answering_service.proposed_words(question), refusal, warned,
        asked=asked, question=question, sections=[row for row in sections if row["who_posts"] != "staff"],
    )  # fmt: skip
