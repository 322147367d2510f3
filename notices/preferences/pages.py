"""The page on which people choose how they are told."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from notices.kinds import NoticeKind, Ways
from notices.preferences import service
from notices.push.service import browsers_of

pages = Routes()


@pages.get("/notices/choices", permission=Permission.NOTICE_CHOOSE)
async def show_choices(request: web.Request) -> web.StreamResponse:
    viewer = viewer_of(request)
    vapid = request.app[SETTINGS].vapid
    return render(
        request,
        "notices/choices.html",
        choices=await service.choices_of(viewer),
        address=await service.address_of(viewer),
        browsers=await browsers_of(viewer),
        push_key=vapid.public if vapid else None,
        done=next((done for done in ("saved", "removed") if done in request.query), None),
    )


@pages.post("/notices/choices", permission=Permission.NOTICE_CHOOSE)
async def choose(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    shown = [row["kind"] for row in await service.choices_of(viewer_of(request))]
    await service.choose(viewer_of(request), {kind: _ways(form, kind) for kind in shown})
    raise see_other("/notices/choices?saved")


@pages.post("/notices/try-address", permission=Permission.NOTICE_CHOOSE)
async def try_address(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.try_address(request.app, viewer_of(request))
    raise see_other("/notices?tried")


def _ways(form: dict[str, str], kind: NoticeKind) -> Ways:
    return Ways(mail=f"mail.{kind}" in form, push=f"push.{kind}" in form)
