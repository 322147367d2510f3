"""Who sent this request: made once a request, from the record, before anything else looks at it."""

from dataclasses import replace
from functools import lru_cache

from aiohttp import web

from foundation import cookies
from foundation.addresses import client_address, truncated
from foundation.errors import NotAllowed, NotSignedIn
from foundation.keys import IDENTIFY, NEW_COOKIE, SETTINGS, TOKEN, VIEWER
from foundation.language import _
from foundation.permissions import READER, Viewer


def bearer_of(request: web.Request) -> str | None:
    """The token of `Authorization: Bearer TOKEN`, or None without one."""
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def cookie_of(request: web.Request) -> str | None:
    """The token in the session's cookie, a person's or a signed-out reader's."""
    return request.cookies.get(cookies.cookie_name(request.app[SETTINGS]))


async def viewer_of_token(app: web.Application, token: str, address: str = "") -> Viewer | None:
    """Who holds this token now: a person, a signed-out reader, or None when the token is dead.

    `address` is where they ask from, in full; the viewer carries it truncated.
    """
    reader = cookies.reader_of(app[SETTINGS], token)
    viewer = Viewer(session=reader) if reader is not None else await app[IDENTIFY](token)
    return replace(viewer, address=truncated(address)) if viewer else None


async def identify(request: web.Request) -> Viewer:
    """Who is asking. A dead bearer token is refused; a dead cookie is a signed-out reader."""
    address = client_address(request, request.app[SETTINGS])
    token = bearer_of(request)
    if token is not None:
        viewer = await viewer_of_token(request.app, token, address)
        if viewer is None:
            raise NotSignedIn(_("This sign-in has ended. Please sign in again."))
        return viewer
    cookie = cookie_of(request)
    viewer = await viewer_of_token(request.app, cookie, address) if cookie else None
    if viewer is not None and cookie:
        request[TOKEN] = cookie
    return viewer or _reader_at(truncated(address))


@lru_cache(maxsize=10_000)  # most pages are for somebody without a session
def _reader_at(address: str) -> Viewer:
    return replace(READER, address=address)


def viewer_of(request: web.Request) -> Viewer:
    """Who is asking, as found at the start of the request."""
    viewer: Viewer = request.get(VIEWER, READER)
    return viewer


def csrf_token_of(request: web.Request) -> str:
    """The token for this page's forms; gives a browser without any cookie a signed-out reader's."""
    settings = request.app[SETTINGS]
    if TOKEN not in request:
        request[TOKEN] = cookies.new_reader_token(settings)
        # Where nobody looked who asks (a picture, or the database is away), a new cookie would sign people out.
        request[NEW_COOKIE] = VIEWER in request
    return cookies.csrf_token(settings, request[TOKEN])


def check_csrf(request: web.Request, given: str) -> None:
    """Raises NotAllowed unless the request carries the token of the page that this cookie's owner was given."""
    if not cookies.csrf_matches(request.app[SETTINGS], request.get(TOKEN, ""), given):
        raise NotAllowed(_("This page was open for too long. Go back, reload the page and try again."))
