"""/check: anybody types an officer's three words and reads who it is."""

from typing import Any

from aiohttp import web

from accounts.duty.checking_service import check_code
from accounts.sessions.browsers import whence
from foundation.errors import Gone, Invalid, NotFound, Refusal, TooFast
from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/check", permission=Permission.CODE_CHECK)
async def show_form(request: web.Request) -> web.StreamResponse:
    """The form."""
    return render(request, "accounts/duty/check.html")


@pages.post("/check", permission=Permission.CODE_CHECK)
async def check(request: web.Request) -> web.StreamResponse:
    """The answer: yes with who it is, no, old, or what to mend."""
    typed = (await form_of(request)).get("code", "")
    address, _device = whence(request)
    try:
        checked = await check_code(request.app, viewer_of(request), typed, address)
    except (NotFound, Gone) as no:
        return _answer(request, typed, no, outcome="old" if isinstance(no, Gone) else "no")
    except (Invalid, TooFast) as refusal:
        return _answer(request, typed, refusal, problem=refusal.message, fields=refusal.fields)
    found = checked.officer
    return render(
        request,
        "accounts/duty/check.html",
        outcome="yes",
        officer=found["person"],
        force_name=found["force_name"],
        surgery=next(iter(found["open_surgeries"]), None),
        until=checked.until,
    )


def _answer(request: web.Request, typed: str, refusal: Refusal, **context: Any) -> web.Response:
    page = render(
        request, "accounts/duty/check.html", refusal.status, typed=typed[:200], sentence=refusal.message, **context
    )
    if refusal.retry_after is not None:
        page.headers["Retry-After"] = str(int(refusal.retry_after))
    return page
