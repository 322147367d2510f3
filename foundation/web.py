"""The way of every request: a reference, who is asking, the handler, errors as people and clients can use them.

Security headers are set on every answer, also on redirects and errors, by `on_response_prepare`.
"""

import secrets
import time
from collections.abc import Awaitable, Callable
from urllib.parse import quote

import structlog
from aiohttp import web
from multidict import istr

from foundation import database, language, metrics
from foundation.api import BASE
from foundation.errors import (
    Elsewhere,
    Malformed,
    NotFound,
    NotSignedIn,
    ProofNeeded,
    Refusal,
    TooLarge,
    Unavailable,
    WrongMethod,
)
from foundation.identity import identify
from foundation.json_answers import problem
from foundation.keys import REFERENCE, SETTINGS, UNTOLD, VIEWER
from foundation.language import _
from foundation.pages import readable_path, render, see_other
from foundation.typed import keep_typed, keep_typed_of_refused, typed_in

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
log = structlog.get_logger("web")

LARGEST_BODY = 256 * 1024
"""Bytes; the longest message is 4,000 characters, and nothing else that is posted is longer."""

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=()",
}
_SET = {istr(name): value for name, value in _HEADERS.items()}
"""The same, named as headers compare them: a tenth of the time."""
_OTHERS_HAVE_NO_WORDS: dict[int, Callable[[], Refusal]] = {
    404: lambda: NotFound(_("There is nothing at this address. Check it, or start again from the front page.")),
    405: lambda: WrongMethod(_("This address can’t be asked in that way. Start again from the front page.")),
    413: lambda: TooLarge(_("That is too long to send. Make it shorter and try again.")),
}


async def set_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Signal handler: the headers that every answer carries."""
    headers = response.headers
    for name, value in _SET.items():
        headers.setdefault(name, value)
    if request.app[SETTINGS].over_https:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.path.startswith("/static/"):
        lasting = "public, max-age=31536000, immutable" if "v" in request.query else "no-cache"
        headers.setdefault("Cache-Control", lasting)
    else:
        # What was taken down must not come back from a cache, a browser's own included.
        headers.setdefault("Cache-Control", "no-store")


@web.middleware
async def logged(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Outermost: gives the request a reference, counts and logs it by its route, never by its query or address.

    But for what nobody is to count, such as ballots.
    """
    request[REFERENCE] = secrets.token_hex(4)
    began = time.perf_counter()
    status = 500
    try:
        response = await handler(request)
        status = response.status
        return response
    except web.HTTPException as answer:
        status = answer.status
        raise
    finally:
        if not request.get(UNTOLD):
            _tell(request, status, time.perf_counter() - began)


def _tell(request: web.Request, status: int, seconds: float) -> None:
    resource = request.match_info.route.resource
    route = resource.canonical if resource else "none"
    metrics.requests.labels(request.method, route, str(status)).observe(seconds)
    log.info(
        "request",
        method=request.method,
        route=route,
        status=status,
        milliseconds=round(seconds * 1000, 1),
        reference=request[REFERENCE],
    )


@web.middleware
async def explained(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every error becomes a page for people or a problem for clients; the unforeseen is logged by its reference."""
    language.use(request.cookies.get("bluelamp_language", "en"))
    try:
        return await handler(request)
    except Elsewhere as refusal:
        await keep_typed(request)
        return _refused(request, refusal)
    except Refusal as refusal:
        await keep_typed_of_refused(request, unread=isinstance(refusal, NotSignedIn))
        return _refused(request, refusal)
    except web.HTTPException as answer:
        known = _OTHERS_HAVE_NO_WORDS.get(answer.status)
        if known is None:
            raise
        response = _refused(request, known())
        if "Allow" in answer.headers:
            response.headers["Allow"] = answer.headers["Allow"]
        return response
    except Exception as error:  # nobody gets a stack trace, whatever was not foreseen
        return await _failed(request, error)


async def _failed(request: web.Request, error: Exception) -> web.StreamResponse:
    if error is request.content.exception():
        # Whoever sent it went away in the middle, as phones do: nothing of ours failed, and nobody reads this.
        return _refused(request, Malformed(_("The form could not be read. Go back and try again.")))
    if isinstance(error, database.UNREACHABLE):
        log.warning("database_unreachable", reference=request[REFERENCE])
        await keep_typed(request)
        return _refused(request, Unavailable(_("The service can’t do this right now. Please try again in a minute.")))
    log.exception("unforeseen", reference=request[REFERENCE])
    await keep_typed(request)
    return _refused(request, _Unforeseen(_("Something went wrong on our side. Please try again in a minute.")))


@web.middleware
async def identified(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Finds out who is asking, but for what needs no knowing."""
    if not request.path.startswith(("/static/", "/avatars/", "/healthz", "/readyz", "/metrics", "/socket.io/")):
        request[VIEWER] = await identify(request)
    return await handler(request)


MIDDLEWARES = (logged, explained, identified)


class _Unforeseen(Refusal):
    code = "unavailable"
    status = 500


def _refused(request: web.Request, refusal: Refusal) -> web.StreamResponse:
    reference = request[REFERENCE] if refusal.status >= 500 else ""
    if request.path.startswith(BASE):
        return problem(refusal, reference)
    if isinstance(refusal, NotSignedIn) and request.method == "GET":
        raise see_other(f"/sign-in?back={quote(request.path_qs, safe='/')}")
    if isinstance(refusal, Elsewhere) and request.method in ("GET", "HEAD"):
        raise web.HTTPMovedPermanently(refusal.leads_on(request.rel_url))
    prove = f"/prove?back={quote(readable_path(request), safe='/')}" if isinstance(refusal, ProofNeeded) else ""
    if prove and not typed_in(request):
        raise see_other(prove)
    try:
        context = {"refusal": refusal, "reference": reference, "typed": typed_in(request), "prove": prove}
        response = render(request, "error.html", status=refusal.status, **context)
    except Exception:  # the page about an error must not fail itself, whatever was wrong
        log.exception("error_page_failed", reference=request[REFERENCE])
        response = web.Response(text=refusal.message, status=refusal.status, content_type="text/plain")
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(int(refusal.retry_after))
    return response
