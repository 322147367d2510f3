"""The page of a force's own words."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotFound
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.lists import words_service as service
from moderation.lists.words_service import NewWord

pages = Routes()
_PATH = "/moderation/words"


@pages.get(_PATH, permission=Permission.WORDS_LIST)
async def show_words(request: web.Request) -> web.StreamResponse:
    """Both lists, and a form for a new word."""
    done = next((word for word in ("added", "removed") if word in request.query), "")
    return await _page(request, done=done)


@pages.post(_PATH, permission=Permission.WORDS_LIST)
async def add_word(request: web.Request) -> web.StreamResponse:
    """Try a word on what people have written, and list it where that was seen (`save`)."""
    form = await form_of(request)
    viewer = viewer_of(request)
    word = NewWord(form.get("list", ""), form.get("entry", ""), form.get("why", ""))
    try:
        if "save" not in form:
            return await _page(request, form=form, trial=await service.try_word(request.app, viewer, word))
        await service.add_word(request.app, viewer, word)
    except (Invalid, Conflict) as refusal:
        return await _page(request, refusal.status, form=form, fields=refusal.fields)
    raise see_other(f"{_PATH}?added")


@pages.post(_PATH + "/{word}/remove", permission=Permission.WORDS_LIST)
async def remove_word(request: web.Request) -> web.StreamResponse:
    """Take it off again."""
    await form_of(request)
    try:
        await service.remove_word(request.app, viewer_of(request), request.match_info["word"])
    except NotFound as refusal:
        return await _page(request, refusal.status, problem=refusal.message)
    raise see_other(f"{_PATH}?removed")


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    shown = {"form": {}, "fields": [], "words": await service.list_words(viewer_of(request)), **more}
    return render(request, "moderation/words.html", status, **shown)
