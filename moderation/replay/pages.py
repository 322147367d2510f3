"""The moderators' page of replay."""

from typing import Any

from aiohttp import web

from foundation.errors import Gone, Invalid, NotFound
from foundation.identity import viewer_of
from foundation.language import lazy
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.text import MAX_LENGTH
from moderation.names import KINDS, worded
from moderation.public.wording import kind_name
from moderation.replay import service
from moderation.replay.comparing import Comparison, Found
from moderation.screening import Verdict

pages = Routes()
JSON = dict[str, Any]
_DONE = {
    "allow": lazy("Let it be read at once"),
    "warn": lazy("Asked its author first"),
    "hold": lazy("Held it to be read by a moderator"),
    "page": lazy("Called a person at once"),
}


@pages.get("/moderation/replay", permission=Permission.RULES_REPLAY)
async def show_replay(request: web.Request) -> web.StreamResponse:
    """The form; and with `evidence`, what was kept under the rules of then and of now."""
    evidence = request.query.get("evidence", "")
    if not evidence:
        return await _page(request)
    try:
        return await _page(request, replay=await service.replay_evidence(request.app, viewer_of(request), evidence))
    except (NotFound, Gone) as refusal:
        return await _page(request, refusal.status, problem=refusal.message)


@pages.post("/moderation/replay", permission=Permission.RULES_REPLAY)
async def try_replay(request: web.Request) -> web.StreamResponse:
    """A pasted text. It is stored nowhere, so the answer is this page and not another's address."""
    form = await form_of(request)
    text, rules = form.get("text", "")[: MAX_LENGTH + 1], form.get("rules", "")[:16]
    try:
        replay = await service.replay_text(request.app, viewer_of(request), text, rules)
    except (Invalid, NotFound) as refusal:
        return await _page(request, refusal.status, text=text, problem=refusal.message, fields=refusal.fields)
    return await _page(request, replay=replay, text=text)


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    sets = await service.rule_sets(viewer_of(request))
    replay: service.Replay | None = more.get("replay")
    sides = _sides(replay.comparison) if replay else []
    response = render(request, "moderation/replay.html", status, rule_sets=sets, sides=sides, kinds=KINDS, **more)
    response.headers["Cache-Control"] = "no-store"
    return response


def _sides(comparison: Comparison) -> list[JSON]:
    return [_side(comparison.then, comparison.found_then), _side(comparison.now, comparison.found_now)]


def _side(verdict: Verdict, found: tuple[Found, ...]) -> JSON:
    return {
        "verdict": verdict,
        "done": worded(_DONE, str(verdict.action)),
        "found": [{"found": each, "kind": kind_name(each.kind)} for each in found],
    }
