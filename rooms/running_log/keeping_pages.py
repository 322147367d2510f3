"""The entries of a running log by forms: written, mended, taken from the screens."""

from typing import Any
from uuid import UUID

from aiohttp import web

from foundation.client_ids import new_client_id
from foundation.errors import Invalid, Refusal, TooLarge
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.uploads import SentForm, read_file_form
from rooms.running_log import entries_service as entries
from rooms.running_log import service
from rooms.running_log.drafts import EntryDraft, read_time
from rooms.running_log.pictures import FIELD
from rooms.surgeries.times import local_of

pages = Routes()
JSON = dict[str, Any]
_LOG = "/logs/{id}"
_ENTRY = _LOG + "/entries/{entry}"


@pages.get(_LOG + "/write", permission=Permission.LOG_KEEP)
async def entry_form(request: web.Request) -> web.StreamResponse:
    """The form of a new entry."""
    return await _entry_page(request, {"client_id": new_client_id()})


@pages.post(_LOG + "/write", permission=Permission.LOG_KEEP)
async def write_entry(request: web.Request) -> web.StreamResponse:
    """A new entry, with or without a picture."""
    sent = await _sent(request)
    log_id = request.match_info["id"]
    try:
        draft = _draft(request, sent.fields)
        entry = await entries.write_entry(
            request.app, viewer_of(request), log_id, _client_id(sent.fields), draft, sent.data
        )  # fmt: skip
    except (Invalid, TooLarge) as refusal:
        return await _entry_page(request, sent.fields, refusal)
    raise see_other(f"/logs/{log_id}#e-{entry}")


@pages.get(_ENTRY + "/edit", permission=Permission.LOG_KEEP)
async def change_form(request: web.Request) -> web.StreamResponse:
    """An entry, to mend it."""
    entry = await _entry(request)
    local = local_of(entry["moment"], request.app[SETTINGS].time_zone)
    form = {"at": local, "alt": (entry["picture"] or {}).get("alt", "")}
    return await _entry_page(request, entry | form, entry=entry)


@pages.post(_ENTRY + "/edit", permission=Permission.LOG_KEEP)
async def change_entry(request: web.Request) -> web.StreamResponse:
    sent = await _sent(request)
    log_id, entry_id = request.match_info["id"], request.match_info["entry"]
    try:
        await entries.change_entry(
            request.app, viewer_of(request), log_id, entry_id, _draft(request, sent.fields), sent.data,
            without="without" in sent.fields,
        )  # fmt: skip
    except (Invalid, TooLarge) as refusal:
        return await _entry_page(request, sent.fields, refusal, entry=await _entry(request))
    raise see_other(f"/logs/{log_id}#e-{entry_id}")


@pages.post(_ENTRY + "/hide", permission=Permission.LOG_KEEP)
async def take_down_entry(request: web.Request) -> web.StreamResponse:
    """Take an entry from every screen."""
    form = await form_of(request)
    log_id, entry_id = request.match_info["id"], request.match_info["entry"]
    reason = form.get("reason", "")[:1000]
    try:
        await entries.take_down_entry(request.app, viewer_of(request), log_id, entry_id, reason)
    except Invalid as refusal:
        entry = await _entry(request)
        local = local_of(entry["moment"], request.app[SETTINGS].time_zone)
        return await _entry_page(request, entry | {"at": local}, refusal, entry=entry)
    raise see_other(f"/logs/{log_id}")


async def _sent(request: web.Request) -> SentForm:
    """The form, with a file or without: a picture is read only from who keeps the log."""
    await entries.check_may_write(viewer_of(request), request.match_info["id"])
    if request.content_type.startswith("multipart/form-data"):
        return await read_file_form(request, FIELD)
    return SentForm(fields=await form_of(request))


def _draft(request: web.Request, form: dict[str, str]) -> EntryDraft:
    return EntryDraft(
        at=read_time(form.get("at", ""), request.app[SETTINGS].time_zone),
        place=form.get("place", ""),
        category=form.get("category", ""),
        body=form.get("body", ""),
        alt=form.get("alt", ""),
        confirm=form.get("confirm") == "true",
    )


def _client_id(form: dict[str, str]) -> str:
    try:
        return str(UUID(form.get("client_id", "")))
    except ValueError:
        return new_client_id()


async def _entry(request: web.Request) -> JSON:
    return await entries.access_entry_to_keep(
        viewer_of(request), request.match_info["id"], request.match_info["entry"]
    )  # fmt: skip


async def _entry_page(
    request: web.Request, form: JSON, refusal: Refusal | None = None, entry: JSON | None = None
) -> web.Response:
    await entries.check_may_write(viewer_of(request), request.match_info["id"])
    return render(
        request,
        "logs/entry_form.html",
        status=refusal.status if refusal else 200,
        log=await service.log_shown(request.match_info["id"]),
        form={**form, "client_id": form.get("client_id") or new_client_id()},
        fields=refusal.fields if refusal else [],
        problem=refusal.message if refusal and not refusal.fields else None,
        entry=entry,
        now=read_time("", request.app[SETTINGS].time_zone).astimezone(request.app[SETTINGS].time_zone),
    )
