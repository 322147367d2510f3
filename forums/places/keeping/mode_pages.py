"""The page on which moderators set who may write in a forum."""

from aiohttp import web

from forums.places.keeping import mode_service as service
from forums.places.keeping.section_forms import mode_in, seconds_in
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.modes import Mode

pages = Routes()
_MODE = "/forums/{forum}/mode"


@pages.get(_MODE, permission=Permission.TOPIC_ARRANGE)
async def show_mode(request: web.Request) -> web.StreamResponse:
    """The form."""
    return await _page(request)


@pages.post(_MODE, permission=Permission.TOPIC_ARRANGE)
async def set_mode(request: web.Request) -> web.StreamResponse:
    """Set it."""
    form, viewer, forum_id = await form_of(request), viewer_of(request), request.match_info["forum"]
    try:
        mode, seconds = mode_in(form), seconds_in(form)
        await service.set_mode(request.app, viewer, forum_id, mode, seconds, form.get("reason", "")[:500].strip())
    except Invalid as refusal:
        return await _page(request, form, refusal)
    raise see_other((await service.mode_of(viewer, forum_id))["path"])


async def _page(
    request: web.Request, form: dict[str, str] | None = None, refusal: Invalid | None = None
) -> web.Response:
    forum = await service.mode_of(viewer_of(request), request.match_info["forum"])
    typed = form or {"mode": forum["mode"], "slow_seconds": forum["slow_seconds"]}
    return render(
        request, "forums/mode.html", refusal.status if refusal else 200, forum=forum, form=typed,
        fields=refusal.fields if refusal else [], modes=tuple(Mode),
    )  # fmt: skip
