"""What somebody typed into a form that could not be answered: the page that says so gives it back to them."""

from collections.abc import Mapping
from typing import Any, Final

from aiohttp import web

_READ: Final = web.RequestKey("form_that_was_read", Mapping[str, Any])
_KEPT: Final = web.RequestKey("words_to_give_back", list[str])
_WORDS: Final = ("title", "body", "what")
"""Fields whose words somebody would miss; nothing else of a form is shown again, no password above all."""


def remember_form(request: web.Request, fields: Mapping[str, Any]) -> None:
    """For a form that is not read by `request.post()` alone: a body can't be read twice."""
    request[_READ] = fields


async def keep_typed(request: web.Request) -> None:
    """Look for words in what was sent, for `typed_in`."""
    if request.method != "POST":
        return
    try:
        fields = request[_READ] if _READ in request else await request.post()
    except (ValueError, LookupError, RuntimeError, web.HTTPException, web.RequestPayloadError):
        return  # not to be read, or not any more
    found = [fields.get(name) for name in _WORDS]
    request[_KEPT] = [words for words in found if isinstance(words, str) and words.strip()]


def typed_in(request: web.Request) -> list[str]:
    """The words that were found."""
    words: list[str] = request.get(_KEPT, [])
    return words
