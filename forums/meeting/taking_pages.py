"""The pages on which a topic is taken to a surgery, or put forward for the priorities."""

from typing import Any

from aiohttp import web

from forums.meeting import taking_service
from forums.meeting.form_page import form_page
from foundation.client_ids import client_id_of, new_client_id
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
JSON = dict[str, Any]


@pages.get("/topics/{id}/ask", permission=Permission.TOPIC_PUT_FORWARD)
async def show_take(request: web.Request) -> web.StreamResponse:
    """The topic as a question, before it is put."""
    return await _take_page(request, {})


@pages.post("/topics/{id}/ask", permission=Permission.TOPIC_PUT_FORWARD)
async def take_to_surgery(request: web.Request) -> web.StreamResponse:
    """Put it to the next surgery."""
    form = await form_of(request)
    topic_id, confirm = request.match_info["id"], form.get("confirm") == "true"
    try:
        asked, surgery = await taking_service.take_to_surgery(
            request.app, viewer_of(request), topic_id, form.get("body", ""), client_id_of(form), confirm=confirm
        )
    except Refusal as refusal:
        return await _take_page(request, form, refusal=refusal)
    if asked.status == "warned":
        return await _take_page(request, form, warned=asked.reason)
    anchor = f"#m-{asked.question}" if asked.question else ""
    raise see_other(f"{surgery.path}{anchor}" if asked.status == "published" else f"/topics/{topic_id}")


@pages.get("/topics/{id}/put-forward", permission=Permission.TOPIC_PUT_FORWARD)
async def show_put_forward(request: web.Request) -> web.StreamResponse:
    """The topic as a proposal, before it is put forward; nothing is there while nothing takes proposals."""
    return await _forward_page(request, {})


@pages.post("/topics/{id}/put-forward", permission=Permission.TOPIC_PUT_FORWARD)
async def put_forward(request: web.Request) -> web.StreamResponse:
    """Put it forward for the priorities."""
    form = await form_of(request)
    topic_id = request.match_info["id"]
    await taking_service.access_to_put_forward(request.app, viewer_of(request), topic_id)
    try:
        proposed = await taking_service.put_forward(
            request.app, viewer_of(request), topic_id, form.get("title", ""), form.get("body", "")
        )
    except Refusal as refusal:
        return await _forward_page(request, form, refusal)
    raise see_other(proposed.path)


async def _take_page(
    request: web.Request, form: JSON, *, refusal: Refusal | None = None, warned: str | None = None
) -> web.Response:
    standing, surgery = await taking_service.access_to_take(
        request.app, viewer_of(request), request.match_info["id"]
    )  # fmt: skip
    words = form or {"body": await taking_service.question_of(standing), "client_id": new_client_id()}
    return form_page(
        request, "forums/meeting/take.html", words, refusal, warned, topic=standing.topic, surgery=surgery
    )  # fmt: skip


async def _forward_page(request: web.Request, form: JSON, refusal: Refusal | None = None) -> web.Response:
    viewer, topic_id = viewer_of(request), request.match_info["id"]
    standing = await taking_service.access_to_put_forward(request.app, viewer, topic_id)
    words = form or {"title": standing.topic["title"], "body": await taking_service.text_of(standing)}
    return form_page(request, "forums/meeting/put_forward.html", words, refusal, None, topic=standing.topic)
