"""The page of one date's reminder: asking for it, ending it, and by which ways it will come."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from notices.kinds import NoticeKind
from notices.preferences.service import reached_by
from rooms.reminders import service

pages = Routes()
_PATH = "/surgeries/{id}/reminder"


@pages.get(_PATH, permission=Permission.SURGERY_READ)
async def show_reminder(request: web.Request) -> web.StreamResponse:
    """Also for who is signed out: it leads them to join."""
    viewer = viewer_of(request)
    date = await service.access_date(viewer, request.match_info["id"])
    reached = await reached_by(viewer, NoticeKind.REMINDER) if viewer.signed_in else None
    return render(request, "rooms/reminders/reminder.html", date=date, reached=reached)


@pages.post(_PATH, permission=Permission.REMINDER_SET)
async def set_reminder(request: web.Request) -> web.StreamResponse:
    """`what`: `date` or `series`; `end` ends it."""
    form = await form_of(request)
    surgery, whole_series = request.match_info["id"], form.get("what") == "series"
    act = service.remind_no_more if "end" in form else service.remind
    await act(viewer_of(request), surgery, whole_series=whole_series)
    raise see_other(f"/surgeries/{surgery}/reminder")
