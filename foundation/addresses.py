"""Where a request comes from, when proxies stand in front.

An X-Forwarded header counts only when it was added by a proxy of BLUELAMP_TRUSTED_PROXIES: anybody can send one.
"""

import ipaddress
import re
from functools import lru_cache

from aiohttp import web

from foundation.environment import Network
from foundation.errors import Unavailable
from foundation.language import _
from foundation.settings import Settings

_NAME_NEARBY = re.compile(r"[a-z][a-z0-9-]*(?::[0-9]{1,5})?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\[([0-9a-f:.]+)\]|([0-9.]+))(?::[0-9]{1,5})?", re.IGNORECASE)


def client_address(request: web.Request, settings: Settings) -> str:
    """The address of the person, or of the first machine on the way that we don't trust."""
    address = request.remote or "unknown"
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    while hops and _trusted(address, settings.trusted_proxies):
        address = hops.pop()
    return address


@lru_cache(maxsize=10_000)  # each event of a live connection asks it
def truncated(address: str) -> str:
    """The address without what tells one household from the next: /24 of IPv4, /48 of IPv6; empty for what is none."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    kept = ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 48}", strict=False)
    return str(kept)


def came_direct(request: web.Request) -> bool:
    """Whether this is a request from this machine that no proxy forwarded."""
    forwarded = any(name.lower().startswith(("x-forwarded", "forwarded", "via")) for name in request.headers)
    try:
        return not forwarded and ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        return False


def own_origin(request: web.Request, settings: Settings) -> str:
    """Our own origin: BLUELAMP_PUBLIC_URL, else as the Host header says."""
    if settings.public_url:
        return settings.public_url
    return f"{request.scheme}://{request.host}"


def origin_for_mail(request: web.Request, settings: Settings) -> str:
    """Our own origin for a link in a mail; raises Unavailable where only the Host header could tell it.

    Anybody can send any Host: a mail that believed it would hand the link's token to a stranger's site. Without
    BLUELAMP_PUBLIC_URL only names that lead nowhere but to this machine or its own network are taken.
    """
    if settings.public_url or _is_near(request.host):
        return own_origin(request, settings)
    raise Unavailable(_("This service can’t send links yet: BLUELAMP_PUBLIC_URL is not set. Tell whoever runs it."))


def _is_near(host: str) -> bool:
    """By the whole header, as it will stand in the mail: a site may be hidden before a slash or an @ in it.

    A name without a dot that begins with a digit is an address to a browser: 134744072 is 8.8.8.8.
    """
    number = _NUMBER.fullmatch(host)
    if number is None:
        return _NAME_NEARBY.fullmatch(host) is not None
    try:
        ip = ipaddress.ip_address(number[1] or number[2])
    except ValueError:
        return False
    return ip.is_private and getattr(ip, "ipv4_mapped", None) is None


def _trusted(address: str, networks: tuple[Network, ...]) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(ip in network for network in networks)
