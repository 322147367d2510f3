"""What somebody typed into a form that could not be answered: the page that says so gives it back to them."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import BadHttpMessage

_READ: Final = web.RequestKey("form_that_was_read", Mapping[str, Any])
_KEPT: Final = web.RequestKey("words_to_give_back", list[str])
_WORDS: Final = ("title", "body")
_ANSWERS: Final = (
    "what", "text", "about", "reason", "why", "answer", "known", "can", "cannot", "others", "place_name", "times",
    "affected", "speaks_for", "promise", "owner_role", "partner",
)  # fmt: skip
"""Fields whose words somebody would miss, also as `promise-ID`: nothing else of a form is shown again, no password."""
_SHORT: Final = 200_000
"""Bytes of a form that is read although its sender is refused: no upload is waited for."""
_PATIENCE: Final = 10.0
"""Seconds for which such a form may dribble in."""
_NOT_TO_BE_READ: Final = (
    ValueError, LookupError, AssertionError, RuntimeError, BadHttpMessage, web.HTTPException, web.RequestPayloadError,
    OSError,
)  # fmt: skip
"""Or not any more, or its sender is gone."""


def remember_form(request: web.Request, fields: Mapping[str, Any]) -> None:
    """For a form that is not read by `request.post()` alone: a body can't be read twice."""
    request[_READ] = fields


async def keep_typed_of_refused(request: web.Request, *, unread: bool) -> None:
    """The same for somebody who is refused. `unread`: before anything was read; then of a form with files what stands
    before them."""
    with_files = request.content_type == "multipart/form-data" and request.method == "POST"
    if unread and with_files and _READ not in request:
        remember_form(request, await _fields_before_files(request))
    short = request.content_type == "application/x-www-form-urlencoded" and (request.content_length or 0) <= _SHORT
    if short or _READ in request:
        await keep_typed(request)


async def keep_typed(request: web.Request) -> None:
    """Look for words in what was sent, for `typed_in`."""
    if request.method != "POST":
        return
    try:
        fields = request[_READ] if _READ in request else await request.post()
    except _NOT_TO_BE_READ:
        return
    given = [(name.partition("-")[0], words) for name, words in fields.items() if isinstance(words, str)]
    # What is chosen, as by a button, has the same names in places: that is one word of ours.
    request[_KEPT] = [
        words
        for name, words in given
        if (name in _WORDS and words.split()) or (name in _ANSWERS and " " in words.strip())
    ]


async def _fields_before_files(request: web.Request) -> Mapping[str, str]:
    fields: dict[str, str] = {}
    left = _SHORT
    try:
        async with asyncio.timeout(_PATIENCE):
            parts = await request.multipart()
            while isinstance(part := await parts.next(), BodyPartReader) and not part.filename:
                words = bytearray()
                while left > 0 and (chunk := await part.read_chunk()):
                    words += chunk
                    left -= len(chunk)
                if left <= 0:
                    break
                fields[part.name or ""] = words.decode()
    except (*_NOT_TO_BE_READ, TimeoutError):
        pass
    return fields


def typed_in(request: web.Request) -> list[str]:
    """The words that were found."""
    words: list[str] = request.get(_KEPT, [])
    return words
