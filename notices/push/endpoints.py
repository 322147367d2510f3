"""Where push messages may be sent: what a browser names is a stranger's word, and must not lead into our network."""

import ipaddress
import re
from urllib.parse import urlsplit

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from foundation.errors import Invalid
from foundation.language import _
from foundation.settings import Settings

LONGEST = 1024
"""Characters; the longest that a push service gives out has about 600."""
_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*", re.IGNORECASE)
"""A public host name: one without a dot, or that ends in a number, may be an address in disguise."""


class NotPublic(OSError):
    """A name leads to an address that is not of the public internet."""


def check_endpoint(settings: Settings, endpoint: str) -> None:
    """Raises Invalid for what no push service of the public internet, or of the settings, can be."""
    if not is_endpoint(settings, endpoint):
        raise Invalid.at("endpoint", _("Notifications can’t be sent to this address."))


def is_endpoint(settings: Settings, endpoint: str) -> bool:
    """Whether we would send to this address: https and its own port, a public name, nothing that hides another."""
    if len(endpoint) > LONGEST or not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
        return False
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    if "@" in parts.netloc or "\\" in endpoint or parts.fragment or len(parts.path) < 2:
        return False
    if is_own(settings, endpoint):
        return True
    return parts.scheme == "https" and port in (None, 443) and bool(_NAME.fullmatch(parts.hostname or ""))


def is_own(settings: Settings, endpoint: str) -> bool:
    """Whether it belongs to a push service that the settings name, wherever that stands."""
    return origin_of(endpoint) in settings.push_origins


def origin_of(endpoint: str) -> str:
    """`https://push.example`: whom a signature is for."""
    parts = urlsplit(endpoint)
    return f"{parts.scheme}://{parts.netloc}"


class PublicResolver(AbstractResolver):
    """Asks for a name's addresses, and gives none where one is not public: what was asked is what is connected to."""

    def __init__(self, settings: Settings) -> None:
        self._own = {urlsplit(origin).hostname for origin in settings.push_origins}
        self._resolver = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        """As aiohttp asks; raises NotPublic."""
        found = await self._resolver.resolve(host, port, family)  # type: ignore[arg-type]  # aiohttp asks with a plain int
        if host not in self._own and not all(is_public(result["host"]) for result in found):
            raise NotPublic(host)
        return found

    async def close(self) -> None:
        await self._resolver.close()


def connector(settings: Settings) -> TCPConnector:
    """Connections that lead nowhere but to the public internet and to the push services of the settings."""
    return TCPConnector(resolver=PublicResolver(settings), use_dns_cache=False, limit=20)


def is_public(address: str) -> bool:
    """Whether an address is of the public internet, also where it carries another inside (6to4, Teredo, NAT64)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _inside(ip)
        return (inner is not None or ip in _GIVEN_OUT) and _is_global(ip) and (inner is None or _is_global(inner))
    return _is_global(ip)


def _is_global(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return ip.is_global and not ip.is_multicast and ip not in _PROTOCOLS


_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")
"""Kept for protocols (RFC 6890); Python takes some of them for public."""
_GIVEN_OUT = ipaddress.IPv6Network("2000::/3")
"""Of IPv6 nothing else is of the public internet; what is not given out may be used inside, or hold another address."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _inside(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
