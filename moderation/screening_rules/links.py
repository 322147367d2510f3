"""Links to the web: `https://…`, `www.…`, `example.org/page`, `example dot com`."""

from typing import Final

import re2

from foundation.folding import Plain
from moderation.screening_rules.hits import Span

_HOST = r"(?:[a-z0-9](?:[a-z0-9\-]{0,62})\.)+"
_ENDINGS: Final = "com|org|net|uk|wales|cymru|scot|london|info|biz|io|gg|ly|cc|app|xyz|online|ru|cn|de|fr|eu|nl|pl"
"""Of a bare domain; not those that are words too, which people write after a full stop without a space."""
_LINK = re2.compile(
    rf"\bh(?:tt|xx)ps?:/{{1,3}}([^\s/?#<>\"]+)(?:[/?#][^\s<>\"]*)?"
    rf"|\b(www\.(?:[a-z0-9\-]+\.)+[a-z]{{2,}})(?:[/?#:][^\s<>\"]*)?"
    rf"|\b({_HOST}(?:{_ENDINGS}))\b(?:[/?#:][^\s<>\"]*)?"
    rf"|\b({_HOST}[a-z]{{2,24}})/[^\s<>\"]+"
    rf"|\b([a-z0-9\-]{{2,63}}\s?[\[({{]?(?:\bdot\b|\.)[\])}}]\s?(?:com|org|net|info|co\.uk|uk|xyz|io))\b"
    rf"|\b([a-z0-9\-]{{2,63}}(?:\s?[\[({{]?\s?\bdot\b\s?[\])}}]?\s?(?:com|org|net|info|co|uk|xyz|io)\b)+)"
)
_DOT = re2.compile(r"\s?[\[({]?\s?(?:\bdot\b|\.)\s?[\])}]?\s?")


def links(text: str) -> list[tuple[str, Span]]:
    """Every link of a text: its domain, in lower case without `www.`, and where it stands in the text.

    The domain is as it was typed: one that only looks like another (a Cyrillic а) is not that other.
    """
    return links_in(Plain(text))


def links_in(plain: Plain) -> list[tuple[str, Span]]:
    """The same of a text that is folded already."""
    found = []
    for link in _LINK.finditer(plain.text):
        if plain.text[link.start() - 1 : link.start()] != "@":
            found.append((_domain(plain, link), plain.span(*link.span())))
    return found


def is_allowed(domain: str, sites: frozenset[str]) -> bool:
    """Whether a domain is one of these sites, or stands below one."""
    labels = domain.split(".")
    return any(".".join(labels[at:]) in sites for at in range(len(labels)))


def _domain(plain: Plain, link: "re2._Match[str]") -> str:
    group = next(number for number in range(1, 7) if link[number])
    start, end = plain.span(*link.span(group))
    host = _DOT.sub(".", plain.source[start:end].lower()).rpartition("@")[2].partition(":")[0]
    return str(host.removeprefix("www.").strip("."))
