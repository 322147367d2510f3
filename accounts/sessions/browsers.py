"""Where somebody who signs in on a page comes from, and how their browser is told that they are in."""

from aiohttp import web

from accounts.sessions.devices import device_of
from foundation.addresses import client_address
from foundation.cookies import set_session_cookie
from foundation.identity import viewer_of, viewer_of_token
from foundation.keys import SETTINGS, TOKEN, VIEWER
from foundation.pages import see_other


def whence(request: web.Request) -> tuple[str, str]:
    """The address and the device that a request comes from."""
    return client_address(request, request.app[SETTINGS]), device_of(request.headers.get("User-Agent", ""))


async def now_in(request: web.Request, token: str) -> None:
    """Let the page that answers this very request be that of who has just come in."""
    request[TOKEN] = token
    request[VIEWER] = await viewer_of_token(request.app, token, whence(request)[0]) or viewer_of(request)


def signed_in_at(request: web.Request, token: str, back: str) -> web.HTTPSeeOther:
    """Go on to `back` with the new session's cookie (raise it): never with one that was there before the sign-in."""
    answer = see_other(back)
    set_session_cookie(answer, request.app[SETTINGS], token)
    return answer
