"""The forms of an item: deciding and undoing, claiming and letting go, passing it on."""

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, local_path, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.queue import claims_service, deciding_service, opening_service, preferences
from moderation.queue.addresses import item_address, list_address
from moderation.queue.deciding_forms import also_in, filled, ids_in, ruling_of
from moderation.queue.filters import Filters, read_filters
from moderation.queue.pages import item_page

pages = Routes()
_ITEM = "/moderation/items/{id}"
_A_YEAR = 365 * 24 * 3600


@pages.post(_ITEM + "/decision", permission=Permission.DECISION_MAKE)
async def decide(request: web.Request) -> web.StreamResponse:
    """Decide, and go on with the next one."""
    form, item_id = await form_of(request), request.match_info["id"]
    try:
        form = await filled(viewer_of(request), form)
        ruling, also = ruling_of(item_id, form), also_in(form)
        outcome = await deciding_service.decide_for(request.app, viewer_of(request), item_id, ruling, also)
    except Invalid as refusal:
        return await item_page(request, item_id, 422, form, fields=refusal.fields, problem=refusal.message)
    except Conflict as refusal:
        return await item_page(request, item_id, 409, form, overtaken=refusal.message)
    await _go_on(request, read_filters(form), made=".".join(outcome.made), missed=".".join(outcome.missed))
    return web.Response()


@pages.post(_ITEM + "/decline", permission=Permission.QUEUE_WORK)
async def decline(request: web.Request) -> web.StreamResponse:
    """Not me: somebody else looks at it."""
    form = await form_of(request)
    await opening_service.decline(request.app, viewer_of(request), request.match_info["id"])
    await _go_on(request, read_filters(form), declined="1")
    return web.Response()


@pages.post(_ITEM + "/claim", permission=Permission.QUEUE_WORK)
async def claim(request: web.Request) -> web.StreamResponse:
    """Have it to oneself; `over`: from this person, who has had it until now."""
    form, item_id = await form_of(request), request.match_info["id"]
    try:
        await claims_service.claim(request.app, viewer_of(request), item_id, over=form.get("over") or None)
    except Conflict as refusal:
        return await item_page(request, item_id, 409, None, overtaken=refusal.message)
    raise see_other(item_address(item_id, read_filters(form)))


@pages.post(_ITEM + "/let-go", permission=Permission.QUEUE_WORK)
async def let_go(request: web.Request) -> web.StreamResponse:
    """Let somebody else have it."""
    form = await form_of(request)
    await claims_service.let_go(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(list_address(read_filters(form), free="1"))


@pages.post("/moderation/decisions/{id}/undo", permission=Permission.DECISION_MAKE)
async def undo(request: web.Request) -> web.StreamResponse:
    """Take back what was decided a moment ago; `also`: what was decided together with it."""
    form = await form_of(request)
    made = [request.match_info["id"], *ids_in(form.get("also", ""))]
    try:
        item, stayed = await deciding_service.undo_all(request.app, viewer_of(request), made)
    except Conflict as refusal:
        return await _not_undone(request, made[0], refusal)
    filters, said = read_filters(form), {"stayed": "1"} if stayed else {"undone": "1"}
    if item is None:
        raise see_other(list_address(filters, **said))
    await opening_service.open_item(request.app, viewer_of(request), item)
    raise see_other(item_address(item, filters, **said))


@pages.post("/moderation/calm", permission=Permission.QUEUE_WORK)
async def choose_calm(request: web.Request) -> web.StreamResponse:
    """Blurred pictures, and everything in grey: this browser remembers."""
    form = await form_of(request)
    answer = see_other(local_path(form.get("back", ""), "/moderation"))
    calm = preferences.Calm("blur" in form, "grey" in form)
    secure = request.app[SETTINGS].over_https
    answer.set_cookie(preferences.COOKIE, calm.kept, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=secure)
    raise answer


async def _not_undone(request: web.Request, decision: str, refusal: Conflict) -> web.Response:
    """What stands, at its item, with why it can't be taken back; raises the refusal where it came from no item."""
    item = await deciding_service.item_of(decision)
    if item is None:
        raise refusal
    return await item_page(request, item, 409, overtaken=refusal.message)


async def _go_on(request: web.Request, filters: Filters, **said: str) -> None:
    """To the next item that is free, or the list where nothing is."""
    found = await opening_service.open_next(request.app, viewer_of(request), filters)
    raise see_other(item_address(found, filters, **said) if found else list_address(filters, **said))
