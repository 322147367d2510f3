"""Which of a page's forms a client asks for: text for people, text for anywhere, data."""

import re


def preferred(accept: str, otherwise: str = "application/json") -> str:
    """The best of the three media types by quality, the first of equals, in an Accept header (RFC 9110, 12.5.1).

    `otherwise` where it names none of them.
    """
    offers = []
    for place, part in enumerate(accept.lower().split(",")):
        media, _semicolon, parameters = part.strip().partition(";")
        quality = parameters.partition("q=")[2].strip() or "1"
        offers.append((-float(quality) if _QUALITY.fullmatch(quality) else 0.0, place, media.strip()))
    known = [media for quality, _place, media in sorted(offers) if media in _MEDIA and quality]
    return known[0] if known else otherwise


_QUALITY = re.compile(r"[01](?:\.[0-9]{0,3})?")
_MEDIA = frozenset({"application/json", "text/plain", "text/html"})
