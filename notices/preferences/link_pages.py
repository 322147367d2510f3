"""The link in a mail that ends mails like it. It needs no sign-in and no page before it: see RFC 8058.

A GET changes nothing: programs that look through mails follow every link.
"""

from aiohttp import web

from foundation.errors import Malformed
from foundation.language import _
from foundation.mail.unsubscribing import PATH
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from notices.kinds import KIND_NAMES, NoticeKind
from notices.preferences import service

pages = Routes()
_LINK = PATH + "{person}/{kind}/{signature}"


@pages.get(_LINK, permission=Permission.MAIL_UNSUBSCRIBE)
async def ask(request: web.Request) -> web.StreamResponse:
    kind = service.access_link(request.app, **request.match_info)
    return _page(request, kind, "ask")


@pages.post(_LINK, permission=Permission.MAIL_UNSUBSCRIBE)
async def unsubscribe(request: web.Request) -> web.StreamResponse:
    """By the page's button, or by a mail program with `List-Unsubscribe=One-Click` and nothing else."""
    kind = service.access_link(request.app, **request.match_info)
    try:
        again = (await request.post()).get("again") == "yes"
    except (ValueError, LookupError, web.RequestPayloadError):
        raise Malformed(_("The form could not be read. Go back and try again.")) from None
    await service.set_mails(request.match_info["person"], kind, wanted=again)
    return _page(request, kind, "again" if again else "done")


def _page(request: web.Request, kind: NoticeKind, state: str) -> web.Response:
    answer = render(request, "notices/unsubscribe.html", kind=str(KIND_NAMES[kind]), state=state, link=request.path)
    # Whoever reads over a shoulder, or a search engine, must not find the link in what it leads to.
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
