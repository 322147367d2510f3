"""The pages on which administrators keep the sections of their force's forums."""

from typing import Any

from aiohttp import web

from forums.places.keeping import service
from forums.places.keeping.section_forms import draft_in, form_of_section, new_form, version_in
from forums.places.models import ForumKind, WhoPosts
from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.modes import Mode

pages = Routes()
JSON = dict[str, Any]
_ALL = "/admin/sections"
_ONE = _ALL + "/{id}"


@pages.get(_ALL, permission=Permission.SECTION_KEEP)
async def show_sections(request: web.Request) -> web.StreamResponse:
    """All sections, by the kind of forum."""
    return await _list(request)


@pages.get(_ALL + "/new", permission=Permission.SECTION_KEEP)
async def new_section(request: web.Request) -> web.StreamResponse:
    """The form for another one."""
    await service.kept_sections(viewer_of(request))
    return _form(request, _kind(request.query.get("kind", "")), new_form())


@pages.post(_ALL + "/new", permission=Permission.SECTION_KEEP)
async def add_section(request: web.Request) -> web.StreamResponse:
    """Have it in all forums of its kind."""
    form = await form_of(request)
    kind = _kind(form.get("kind", ""))
    try:
        await service.add_section(request.app, viewer_of(request), kind, draft_in(form))
    except (Invalid, Conflict) as refusal:
        return _form(request, kind, form, refusal=refusal)
    raise see_other(f"{_ALL}?done=added#{kind}")


@pages.get(_ONE, permission=Permission.SECTION_KEEP)
async def show_section(request: web.Request) -> web.StreamResponse:
    """The form that changes one."""
    section = await service.kept_section(viewer_of(request), request.match_info["id"])
    return _form(request, section["kind"], form_of_section(section), section)


@pages.post(_ONE, permission=Permission.SECTION_KEEP)
async def change_section(request: web.Request) -> web.StreamResponse:
    """Change it."""
    form, viewer, section_id = await form_of(request), viewer_of(request), request.match_info["id"]
    try:
        await service.change_section(request.app, viewer, section_id, version_in(form), draft_in(form))
    except (Invalid, Conflict) as refusal:
        section = await service.kept_section(viewer, section_id)
        now = form_of_section(section) if isinstance(refusal, Conflict) else None
        return _form(request, section["kind"], form, section, refusal=refusal, now=now)
    raise see_other(f"{_ALL}?done=changed")


@pages.post(_ONE + "/{act}", permission=Permission.SECTION_KEEP)
async def act_on_section(request: web.Request) -> web.StreamResponse:
    """Move it up or down, archive it or take it back."""
    await form_of(request)
    act, section_id = request.match_info["act"], request.match_info["id"]
    if act not in service.ACTS:
        raise web.HTTPNotFound
    try:
        await service.ACTS[act](request.app, viewer_of(request), section_id)
    except Conflict as refusal:
        return await _list(request, refusal)
    raise see_other(f"{_ALL}?done={act}#{section_id}")


async def _list(request: web.Request, refusal: Refusal | None = None) -> web.Response:
    return render(
        request, "forums/sections.html", refusal.status if refusal else 200,
        kinds=await service.kept_sections(viewer_of(request)), done=request.query.get("done", ""),
        problem=refusal.message if refusal else None,
    )  # fmt: skip


def _form(
    request: web.Request, kind: str, form: JSON, section: JSON | None = None, *, refusal: Refusal | None = None,
    now: JSON | None = None,
) -> web.Response:  # fmt: skip
    return render(
        request, "forums/section_form.html", refusal.status if refusal else 200, kind=kind, form=form,
        section=section, now=now, fields=refusal.fields if refusal else [],
        problem=refusal.message if refusal else None, tiers=tuple(WhoPosts), modes=tuple(Mode),
    )  # fmt: skip


def _kind(text: str) -> ForumKind:
    try:
        return ForumKind(text or ForumKind.NEIGHBOURHOOD)
    except ValueError:
        raise NotFound(_("There is no such kind of forum.")) from None
