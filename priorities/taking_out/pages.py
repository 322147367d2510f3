"""The page on which moderators take words of staff out."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.errors import FieldError, Invalid
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.taking_out import service

JSON = dict[str, Any]
pages = Routes()
_PATH = "/rounds/{id}/words"


@pages.get(_PATH, permission=Permission.WORDS_TAKE_OUT)
async def show_words(request: web.Request) -> web.StreamResponse:
    """All that staff wrote around a round, each with its form."""
    return await _page(request, {})


@pages.post(_PATH, permission=Permission.WORDS_TAKE_OUT)
async def take_out(request: web.Request) -> web.StreamResponse:
    """Take some of them out; refused, the page comes back with the reason."""
    form, round_id = await form_of(request), request.match_info["id"]
    kind, id_ = form.get("kind", ""), form.get("id", "")
    try:
        await service.take_out(request.app, viewer_of(request), round_id, kind, id_, form.get("reason", ""))
    except Invalid as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{round_id}/words?done={kind}")


async def _page(request: web.Request, form: dict[str, str], refusal: Invalid | None = None) -> web.Response:
    page = await service.words_page(viewer_of(request), request.match_info["id"])
    done = "done" in request.query and refusal is None
    why = of_refusal(refusal) | {"fields": _fields(form, page["words"], refusal)}
    return render(request, "priorities/taking_out/words.html", **why, **page, form=form, done=done)


def _fields(form: dict[str, str], words: Sequence[JSON], refusal: Invalid | None) -> list[FieldError]:
    """What is wrong, at the one form of the page that was sent; none where that is not there any more."""
    kind, id_ = form.get("kind"), form.get("id")
    wrong = [each for each in refusal.fields if each.field == "reason"] if refusal else []
    there = any((each["kind"], each["id"]) == (kind, id_) for each in words)
    return [FieldError(f"reason-{kind}-{id_}", each.message) for each in wrong] if there else []
