"""Domains of web sites: one as it is kept, however it was typed."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from foundation.errors import Invalid
from foundation.language import _

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST = 253
# What stands below these are other people's sites: one can't allow all of them by mistake.
_OPEN_TO_ALL = frozenset(
    f"{first}.{last}"
    for first in ("co", "org", "me", "ltd", "plc", "net", "sch", "ac", "com")
    for last in ("uk", "wales")
) | {"github.io", "blogspot.com", "wordpress.com", "web.app", "netlify.app", "herokuapp.com", "sites.google.com"}


def check_domain(text: str) -> str:
    """The domain of what was typed, an address or a bare domain, in lower case and in ASCII (RFC 5890).

    Without `www.`. Raises Invalid for what is none, for numbers, and for those below which everybody has a site.
    """
    typed = text.strip().lower()
    domain = in_ascii(_host(typed).rstrip(".").removeprefix("www."))
    labels = domain.split(".")
    sound = len(domain) <= _LONGEST and len(labels) > 1 and all(map(_LABEL.fullmatch, labels))
    if not sound or labels[-1].isdigit():
        raise Invalid.at("domain", _("Enter the site’s address, such as example.org."))
    if domain in _OPEN_TO_ALL:
        raise Invalid.at(
            "domain", _("Anybody can have a site below that. Enter the whole address of the one you mean.")
        )
    return domain


def in_ascii(domain: str) -> str:
    """As the network has it: `bücher.example` is `xn--bcher-kva.example`; empty for what has no such form."""
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def in_letters(domain: str) -> str:
    """As people read it; what has no other form stays as it is."""
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def both_forms(domain: str) -> set[str]:
    """As links may have it."""
    return {domain, in_letters(domain)}


def _host(typed: str) -> str:
    """Empty where there is none, as in `http://[`."""
    if any(character.isspace() for character in typed):
        return ""
    try:
        parts = urlsplit(typed if "//" in typed else f"//{typed}")
        return (parts.hostname or "") if parts.port != 0 else ""
    except ValueError:
        return ""


BUILT_IN = frozenset(
    line
    for each in (Path(__file__).parent / "sites.txt").read_text("utf-8").splitlines()
    if (line := each.partition("#")[0].strip())
)
"""Those that come with Bluelamp."""
