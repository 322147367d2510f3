"""Who we are to an authenticator: the name that passkeys are made for, and whether there can be any."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

from foundation.addresses import own_origin
from foundation.errors import Conflict
from foundation.keys import SETTINGS
from foundation.language import _


@dataclass(frozen=True)
class Party:
    """The relying party (WebAuthn 5.1.2): `id` is a domain name, `origin` what a browser says where it stands."""

    id: str
    origin: str


def why_no_passkeys(request: web.Request) -> str:
    """A sentence where passkeys can't work at the address that this server is reached by; else nothing."""
    try:
        parts = urlsplit(own_origin(request, request.app[SETTINGS]))
    except ValueError:  # a Host that can't be one, such as [
        parts = urlsplit("")
    name = parts.hostname or ""
    if _is_number(name):
        return _("Passkeys don’t work here: the address of this site is a number, and a passkey belongs to a name.")
    if parts.scheme != "https" and name != "localhost" and not name.endswith(".localhost"):
        return _("Passkeys don’t work here: the address of this site doesn’t begin with https.")
    return ""


def party_of(request: web.Request) -> Party:
    """From BLUELAMP_PUBLIC_URL, else the Host header; raises Conflict where there can be no passkeys."""
    if why := why_no_passkeys(request):
        raise Conflict(why)
    origin = own_origin(request, request.app[SETTINGS])
    return Party(str(urlsplit(origin).hostname), origin)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return not host
    return True
