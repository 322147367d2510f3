"""The page of a force's presets."""

from typing import Any, Final

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotFound
from foundation.identity import viewer_of
from foundation.language import lazy
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.community_rules import CLAUSES
from moderation.decisions import presets_service as service
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.spans import SPANS
from moderation.names import TO_DO, worded
from moderation.public.wording import clause_name

pages = Routes()
_OFFERED: Final = {"": lazy("Choose"), **SPANS}
_KEPT_OUT = (Action.SILENCE, Action.REMOVE)


@pages.get("/moderation/presets", permission=Permission.PRESET_KEEP)
async def show_presets(request: web.Request) -> web.StreamResponse:
    """What moderators often decide, and a form for more."""
    done = next((word for word in ("added", "removed") if word in request.query), "")
    return await _page(request, done=done)


@pages.post("/moderation/presets", permission=Permission.PRESET_KEEP)
async def add_preset(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    try:
        await service.add_preset(request.app, viewer_of(request), form.get("name", "")[:200], _ruling(form))
    except (Invalid, Conflict) as refusal:
        given = {"fields": refusal.fields, "problem": refusal.message, "given": form}
        return await _page(request, refusal.status, **given)
    raise see_other("/moderation/presets?added")


@pages.post("/moderation/presets/{id}/remove", permission=Permission.PRESET_KEEP)
async def remove_preset(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    try:
        await service.remove_preset(viewer_of(request), request.match_info["id"])
    except NotFound as refusal:
        return await _page(request, refusal.status, problem=refusal.message)
    raise see_other("/moderation/presets?removed")


def _ruling(form: dict[str, str]) -> Ruling:
    action, span = form.get("action", ""), form.get("seconds", "")
    if action not in service.PRESET_ACTIONS:
        action = Action.NONE
    seconds = int(span) if action in _KEPT_OUT and span in SPANS else None
    return Ruling(Action(action), form.get("clause", ""), form.get("reason", "")[:2000], seconds=seconds)


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    presets = await service.presets_page(viewer_of(request))
    shown = [
        {
            **preset,
            "does": worded(TO_DO, preset["action"]),
            "rule": clause_name(preset["clause"]),
            "span": SPANS.get(str(preset["seconds"])),
        }
        for preset in presets
    ]
    actions = {action: worded(TO_DO, action) for action in service.PRESET_ACTIONS}
    return render(
        request, "moderation/presets.html", status, presets=shown, actions=actions, clauses=CLAUSES, spans=_OFFERED,
        **more,
    )  # fmt: skip
