"""The typed places of the application where the parts find each other."""

from collections.abc import Awaitable, Callable

import jinja2
from aiohttp import web

from foundation.limits import Limits
from foundation.permissions import Viewer
from foundation.settings import Settings

SETTINGS = web.AppKey("settings", Settings)
TEMPLATES = web.AppKey("templates", jinja2.Environment)
LIMITS = web.AppKey("limits", Limits)

Identify = Callable[[str], Awaitable[Viewer | None]]
IDENTIFY: web.AppKey[Identify] = web.AppKey("identify")
"""Who a session's token belongs to, as the record is now; None when the token is dead. `accounts` fills it."""

VIEWER: web.RequestKey[Viewer] = web.RequestKey("viewer", Viewer)
TOKEN: web.RequestKey[str] = web.RequestKey("token", str)
NEW_COOKIE: web.RequestKey[bool] = web.RequestKey("new_cookie", bool)
"""Whether TOKEN was made for this request: the browser is to be given it."""
UNREAD: web.RequestKey[int] = web.RequestKey("unread", int)
"""How many notices the person has not read, for the head of the page."""
WAITING: web.RequestKey[int] = web.RequestKey("waiting", int)
"""How many things wait for the person's decision, for the menu; only set for who decides."""
REFERENCE: web.RequestKey[str] = web.RequestKey("reference", str)
UNTOLD: web.RequestKey[bool] = web.RequestKey("untold", bool)
"""Set where neither a line of the log nor a figure of the metrics may say that this was done, and when: a ballot."""
