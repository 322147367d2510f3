"""A page that looks by itself whether something is new: whoever left it open has read nothing by that."""

from aiohttp import web

_HEADER = "X-Glance"
"""What our scripts send when they, and not a person, ask for a page."""


def is_glance(request: web.Request) -> bool:
    """Whether nobody looks at the answer yet."""
    return _HEADER in request.headers
