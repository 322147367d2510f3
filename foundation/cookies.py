"""The session cookie, and the token that proves that a form came from our own page.

A signed-out reader gets a signed cookie without any row behind it: it ties forms to a browser, lets the live log be
read, and says nothing else.
"""

import hmac
import secrets

from aiohttp import web

from foundation.settings import Settings

_READER = "reader."
COOKIE_LASTS = 30 * 24 * 3600
"""Seconds; a guest's cookie outlives the tab, so that coming back is the same guest."""


def cookie_name(settings: Settings) -> str:
    return "__Host-bluelamp_session" if settings.over_https else "bluelamp_session"


def set_session_cookie(response: web.StreamResponse, settings: Settings, token: str) -> None:
    response.set_cookie(
        cookie_name(settings),
        token,
        max_age=COOKIE_LASTS,
        httponly=True,
        samesite="Lax",
        secure=settings.over_https,
        path="/",
    )


def clear_session_cookie(response: web.StreamResponse, settings: Settings) -> None:
    response.del_cookie(cookie_name(settings), path="/", secure=settings.over_https, httponly=True, samesite="Lax")


def new_reader_token(settings: Settings) -> str:
    """A token for somebody signed out: random, and signed so that nobody can choose another's."""
    body = _READER + secrets.token_urlsafe(12)
    return f"{body}.{_sign(settings, body)}"


def reader_of(settings: Settings, token: str) -> str | None:
    """The reader that a token names, when we made it; else None."""
    body, _, signature = token.rpartition(".")
    if not body.startswith(_READER) or not _same(signature, _sign(settings, body)):
        return None
    return body.removeprefix(_READER)


def csrf_token(settings: Settings, token: str) -> str:
    """What a form must carry when the cookie holds `token`."""
    return _sign(settings, "csrf." + token)


def csrf_matches(settings: Settings, token: str, given: str) -> bool:
    return _same(given, csrf_token(settings, token))


def _sign(settings: Settings, body: str) -> str:
    # In one go: an object that is fed takes three times as long, and each page for readers signs twice.
    return hmac.digest(settings.secret_key.encode(), body.encode(), "sha256").hex()[:40]


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(errors="replace"), wanted.encode())
