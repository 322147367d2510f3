"""Writing minutes by forms: each is sent with the version that the page showed, and answered by the draft as it is."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission, Viewer
from foundation.routes import Routes
from rooms.minutes import editing_service as editing
from rooms.minutes import service
from rooms.minutes.forms import drawn
from rooms.minutes.history import changes_since
from rooms.minutes.kinds import OWN, ItemKind
from rooms.surgeries.cards import card
from rooms.surgeries.service import access_surgery

pages = Routes()
_MINUTES = "/surgeries/{id}/minutes"
Form = dict[str, str]
Act = Callable[[web.Application, Viewer, str, int, str, Form], Awaitable[None]]


@pages.get(_MINUTES + "/edit", permission=Permission.MINUTES_WRITE)
async def show_draft(request: web.Request) -> web.StreamResponse:
    """The draft with all that can be done to it; without one, the button that makes it."""
    return await _draft_page(request)


@pages.post(_MINUTES + "/draft", permission=Permission.MINUTES_WRITE)
async def draft_minutes(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.draft_minutes(viewer_of(request), request.match_info["id"])
    raise _back(request)


@pages.post(_MINUTES + "/paragraphs", permission=Permission.MINUTES_WRITE)
async def add_paragraph(request: web.Request) -> web.StreamResponse:
    """A heading or paragraph of the host's own."""
    form = await form_of(request)
    kind = ItemKind(form["kind"]) if form.get("kind") in OWN else ItemKind.PARAGRAPH
    text, after = form.get("text", ""), form.get("after", "")
    try:
        await editing.add_paragraph(
            request.app, viewer_of(request), request.match_info["id"], _version(form), kind, text, after,
            confirm=_confirmed(form),
        )  # fmt: skip
    except (Conflict, Invalid) as refusal:
        return await _draft_page(request, refusal, form | {"item": f"after-{after}"})
    raise _back(request, f"i-{after}" if after else "draft")


@pages.post(_MINUTES + "/items/{item}/{act}", permission=Permission.MINUTES_WRITE)
async def act_on_item(request: web.Request) -> web.StreamResponse:
    """One of _ACTS on one paragraph."""
    form = await form_of(request)
    act, item = _ACTS.get(request.match_info["act"]), request.match_info["item"]
    if act is None:
        raise NotFound(_("There is nothing at this address."))
    try:
        await act(request.app, viewer_of(request), request.match_info["id"], _version(form), item, form)
    except (Conflict, Invalid) as refusal:
        return await _draft_page(request, refusal, form | {"item": item, "act": request.match_info["act"]})
    raise _back(request, f"i-{item}")


@pages.post(_MINUTES + "/{act}", permission=Permission.MINUTES_WRITE)
async def act_on_minutes(request: web.Request) -> web.StreamResponse:
    """Bring them up to date, approve or publish them."""
    form = await form_of(request)
    acts: dict[str, Callable[[Viewer, str, int], Awaitable[Any]]] = {
        "refresh": service.refresh_minutes, "approve": service.approve_minutes, "publish": service.publish_minutes,
    }  # fmt: skip
    act = acts.get(request.match_info["act"])
    if act is None:
        raise NotFound(_("There is nothing at this address."))
    try:
        await act(viewer_of(request), request.match_info["id"], _version(form))
    except (Conflict, Invalid) as refusal:
        return await _draft_page(request, refusal, form)
    if request.match_info["act"] == "publish":
        raise see_other(f"/surgeries/{request.match_info['id']}/minutes")
    raise _back(request)


async def _word(app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, form: Form) -> None:
    await editing.word_item(app, viewer, surgery_id, version, item, form.get("text", ""), confirm=_confirmed(form))


async def _unword(_app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, _form: Form) -> None:
    await editing.unword_item(viewer, surgery_id, version, item)


async def _redact(app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, form: Form) -> None:
    await editing.redact_item(app, viewer, surgery_id, version, item, form.get("reason", ""))


async def _unredact(
    _app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, _form: Form
) -> None:
    await editing.unredact_item(viewer, surgery_id, version, item)


async def _up(_app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, _form: Form) -> None:
    await editing.move_item(viewer, surgery_id, version, item, -1)


async def _down(_app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, _form: Form) -> None:
    await editing.move_item(viewer, surgery_id, version, item, 1)


async def _remove(_app: web.Application, viewer: Viewer, surgery_id: str, version: int, item: str, _form: Form) -> None:
    await editing.remove_item(viewer, surgery_id, version, item)


_ACTS: dict[str, Act] = {
    "word": _word, "unword": _unword, "redact": _redact, "unredact": _unredact, "up": _up, "down": _down,
    "remove": _remove,
}  # fmt: skip


async def _draft_page(request: web.Request, refusal: Refusal | None = None, form: Form | None = None) -> web.Response:
    """The draft as it is now; after a refusal with what was written, and what others changed meanwhile."""
    surgery_id = request.match_info["id"]
    made = await service.minutes_to_write(viewer_of(request), surgery_id)
    form = form or {}
    late = isinstance(refusal, Conflict)
    return render(
        request,
        "rooms/minutes/edit.html",
        status=refusal.status if refusal else 200,
        surgery=await card(await access_surgery(surgery_id)),
        **made | {"items": drawn(made["items"])},
        form=form,
        problem=refusal.message if refusal else None,
        changes=await changes_since(surgery_id, _version(form)) if late else [],
        longest_reason=editing.LONGEST_REASON,
    )


def _version(form: Form) -> int:
    given = form.get("version", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else 0


def _confirmed(form: Form) -> bool:
    return form.get("confirm") == "true"


def _back(request: web.Request, anchor: str = "draft") -> web.HTTPSeeOther:
    return see_other(f"/surgeries/{request.match_info['id']}/minutes/edit#{anchor}")
