"""Who may open a live connection: our own pages by cookie, other clients by token.

A foreign Origin is always refused; a missing one (no browser) needs a token.
"""

from dataclasses import dataclass
from typing import Any

from aiohttp import web
from socketio.exceptions import ConnectionRefusedError as Refused

from foundation import language
from foundation.addresses import client_address, own_origin
from foundation.identity import cookie_of, viewer_of_token
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer


@dataclass(frozen=True)
class Entry:
    """An admitted connection."""

    token: str
    viewer: Viewer
    language: str
    address: str


async def admit(app: web.Application, request: web.Request, auth: Any) -> Entry:
    """Who opens this connection; raises ConnectionRefusedError, whose data is `{code, message}`."""
    language.use(request.cookies.get("bluelamp_language", "en"))
    token = auth.get("token") if isinstance(auth, dict) else None
    _check_origin(app, request, has_token=bool(token))
    token = token or cookie_of(request)
    address = client_address(request, app[SETTINGS])
    if not isinstance(token, str) or not token:
        raise _refusal(_("Please sign in, or open the room’s page first."))
    viewer = await viewer_of_token(app, token, address)
    if viewer is None:
        raise _refusal(_("You have been signed out. Please sign in again."))
    return Entry(token, viewer, language.current(), address)


def _check_origin(app: web.Application, request: web.Request, *, has_token: bool) -> None:
    origin = request.headers.get("Origin")
    if origin is None and has_token:
        return
    if origin is None or origin.rstrip("/") != own_origin(request, app[SETTINGS]):
        raise _refusal(_("This connection comes from another site."))


def _refusal(sentence: str) -> Refused:
    return Refused(sentence, {"code": "not_allowed", "message": sentence})
