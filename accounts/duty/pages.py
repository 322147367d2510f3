"""Going on duty and off, by a button of one's own account."""

from aiohttp import web

from accounts.duty import service
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.post("/duty/begin", permission=Permission.DUTY_KEEP)
async def begin(request: web.Request) -> web.StreamResponse:
    """Begin a shift; the words show at once."""
    back = _back(await form_of(request))
    viewer = viewer_of(request)
    await service.begin_shift(request.app, str(viewer.id), actor=viewer)
    raise see_other(back)


@pages.post("/duty/end", permission=Permission.DUTY_KEEP)
async def end(request: web.Request) -> web.StreamResponse:
    """End the shift; the words are old at once."""
    back = _back(await form_of(request))
    viewer = viewer_of(request)
    await service.end_shift(request.app, str(viewer.id), viewer)
    raise see_other(back)


def _back(fields: dict[str, str]) -> str:
    return local_path(fields.get("back", ""), "/account#duty")
