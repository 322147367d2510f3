"""The address of a feed, as a page offers it to who wants to subscribe."""

from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import web

from foundation import language
from foundation.addresses import own_origin
from foundation.api import BASE
from foundation.keys import SETTINGS


@dataclass(frozen=True)
class Subscription:
    """Two addresses of one feed: `link` opens the reader's own calendar, `address` is to be copied into one."""

    link: str
    address: str


def subscription(request: web.Request, path: str, **asked: str) -> Subscription:
    """To the feed at a path of the API (quoted), with what is asked for that is not empty, in the reader's language."""
    query = {name: value for name, value in asked.items() if value}
    if language.current() != "en":
        query["lang"] = language.current()
    address = f"{own_origin(request, request.app[SETTINGS])}{BASE}{path}"
    address += f"?{urlencode(query)}" if query else ""
    return Subscription("webcal://" + address.partition("://")[2], address)
