"""Taking evidence out: why first, then the file."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.evidence import export_service as service
from moderation.evidence.purposes import PURPOSES

pages = Routes()


@pages.get("/moderation/evidence/{id}/export", permission=Permission.EVIDENCE_READ)
async def ask_why(request: web.Request) -> web.StreamResponse:
    """What it is for."""
    return await _page(request)


@pages.post("/moderation/evidence/{id}/export.zip", permission=Permission.EVIDENCE_READ)
async def take_out(request: web.Request) -> web.StreamResponse:
    """The file."""
    form, evidence = await form_of(request), request.match_info["id"]
    said = {name: form.get(name, "") for name in ("purpose", "reference")}
    try:
        made = await service.export(request.app, viewer_of(request), evidence, **said)
    except Invalid as refusal:
        return await _page(request, 422, fields=refusal.fields, **said)
    headers = {"Content-Disposition": f'attachment; filename="evidence-{evidence}.zip"', "Cache-Control": "no-store"}
    return web.Response(body=made, content_type="application/zip", headers=headers)


async def _page(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    kept = await service.access_export(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "moderation/evidence/export.html", status, kept=kept, purposes=PURPOSES, **more)
