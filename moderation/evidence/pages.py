"""Evidence for moderators and administrators: what is kept, and one snapshot as it stood."""

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.evidence import reading_service as service
from moderation.evidence.wording import STATES

pages = Routes()
_PRIVATE = "no-store"
# Opened by itself, an SVG is a page: it may load and run nothing.
_NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


@pages.get("/moderation/evidence", permission=Permission.EVIDENCE_READ)
async def show_kept(request: web.Request) -> web.StreamResponse:
    """What is kept of all that one serves, the newest first."""
    rows = await service.kept_lately(viewer_of(request), request.query.get("before"))
    more = rows[-1]["id"] if len(rows) == service.LISTED else None
    return render(request, "moderation/evidence/list.html", rows=rows, more=more, target=None)


@pages.post("/moderation/evidence", permission=Permission.EVIDENCE_READ)
async def find_kept(request: web.Request) -> web.StreamResponse:
    """The one that is named, by any number that it has."""
    named = (await form_of(request)).get("named", "")[:500]
    try:
        row = await service.find_kept(viewer_of(request), named)
    except Invalid as refusal:
        rows = await service.kept_lately(viewer_of(request))
        shown = {"rows": rows, "more": None, "target": None, "named": named, "fields": refusal.fields}
        return render(request, "moderation/evidence/list.html", 422, **shown)
    raise see_other(f"/moderation/evidence/of/{row['target_type']}/{row['target_id']}")


@pages.get("/moderation/evidence/of/{kind}/{target}", permission=Permission.EVIDENCE_READ)
async def show_kept_of(request: web.Request) -> web.StreamResponse:
    """What is kept of one thing."""
    target = request.match_info["kind"], request.match_info["target"]
    rows = await service.kept_of(viewer_of(request), *target)
    return render(request, "moderation/evidence/list.html", rows=rows, more=None, target=target)


@pages.get("/moderation/evidence/{id}", permission=Permission.EVIDENCE_READ)
async def show_evidence(request: web.Request) -> web.StreamResponse:
    """One snapshot; to show it is to read it."""
    kept = await service.read_evidence(request.app, viewer_of(request), request.match_info["id"])
    response = render(request, "moderation/evidence/evidence.html", kept=kept, states=STATES)
    response.headers["Cache-Control"] = _PRIVATE
    return response


@pages.get("/moderation/evidence/{id}/pictures/{picture}", permission=Permission.EVIDENCE_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture as it was shown."""
    asked = request.match_info
    found = await service.picture(request.app, viewer_of(request), asked["id"], asked["picture"])
    headers = {"Cache-Control": _PRIVATE, "Content-Security-Policy": _NOTHING_ELSE}
    return web.Response(body=found["content"], content_type=found["media_type"], headers=headers)
