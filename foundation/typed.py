"""What somebody typed into a form that could not be answered: the page that says so gives it back to them."""

from collections.abc import Mapping
from typing import Any, Final

from aiohttp import web

_READ: Final = web.RequestKey("form_that_was_read", Mapping[str, Any])
_KEPT: Final = web.RequestKey("words_to_give_back", list[str])
_WORDS: Final = ("title", "body", "what")
_ANSWERS: Final = (
    "text", "about", "reason", "answer", "known", "can", "cannot", "others", "place_name", "times", "affected",
    "speaks_for",
)  # fmt: skip
"""Fields whose words somebody would miss; nothing else of a form is shown again, no password above all."""
_SHORT: Final = 200_000
"""Bytes of a form that is read although its sender is refused: no upload is waited for."""


def remember_form(request: web.Request, fields: Mapping[str, Any]) -> None:
    """For a form that is not read by `request.post()` alone: a body can't be read twice."""
    request[_READ] = fields


async def keep_typed_of_refused(request: web.Request) -> None:
    """The same for somebody who is refused, maybe before anything was read: of a form without uploads alone."""
    plain = request.content_type == "application/x-www-form-urlencoded"
    if plain and (request.content_length or 0) <= _SHORT:
        await keep_typed(request)


async def keep_typed(request: web.Request) -> None:
    """Look for words in what was sent, for `typed_in`."""
    if request.method != "POST":
        return
    try:
        fields = request[_READ] if _READ in request else await request.post()
    except (ValueError, LookupError, RuntimeError, web.HTTPException, web.RequestPayloadError):
        return  # not to be read, or not any more
    given = {name: words for name in (*_WORDS, *_ANSWERS) if isinstance(words := fields.get(name), str)}
    # What is chosen, as by a button, has the same names in places: that is one word of ours.
    request[_KEPT] = [words for name, words in given.items() if len(words.split()) > (name in _ANSWERS)]


def typed_in(request: web.Request) -> list[str]:
    """The words that were found."""
    words: list[str] = request.get(_KEPT, [])
    return words
