"""The form of a photo, read as it comes: nothing is kept before its token was checked, nor beyond its cap."""

from dataclasses import dataclass

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from accounts.avatars.photos import LARGEST
from foundation.errors import Invalid, Malformed, TooLarge
from foundation.identity import check_csrf
from foundation.language import _

_LONGEST_FIELD = 4096
_MOST_PARTS = 8
_AROUND = 64 * 1024
"""Bytes of a body that are not the photo: boundaries and small fields."""


@dataclass
class SentPhoto:
    """What a person sent: the file's bytes and what they say it shows."""

    data: bytes = b""
    alt: str = ""


async def read_photo_form(request: web.Request) -> SentPhoto:
    """The form `csrf_token`, `alt`, `photo`, in this order; raises Malformed, NotAllowed, TooLarge, Invalid."""
    if not request.content_type.startswith("multipart/form-data"):
        raise _unreadable()
    if request.content_length is not None and request.content_length > LARGEST + _AROUND:
        raise _too_large()
    try:
        sent = await _read(request, await request.multipart())
    except (ValueError, LookupError, AssertionError, BadHttpMessage, web.RequestPayloadError):
        raise _unreadable() from None
    if not sent.data:
        raise Invalid.at("photo", _("Choose a photo first."))
    return sent


async def _read(request: web.Request, parts: MultipartReader) -> SentPhoto:
    sent = SentPhoto()
    trusted = False
    for _part in range(_MOST_PARTS):
        part = await parts.next()
        if part is None:
            break
        if not isinstance(part, BodyPartReader):
            raise _unreadable()
        if part.name == "photo":
            if not trusted:
                check_csrf(request, "")
            sent.data = await _up_to(part, LARGEST)
        elif part.name == "csrf_token":
            check_csrf(request, (await _up_to(part, _LONGEST_FIELD)).decode())
            trusted = True
        elif part.name == "alt":
            sent.alt = (await _up_to(part, _LONGEST_FIELD)).decode()
    return sent


async def _up_to(part: BodyPartReader, most: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk():
        data += chunk
        if len(data) > most:
            raise _too_large()
    return bytes(data)


def _unreadable() -> Malformed:
    return Malformed(_("The form could not be read. Go back and try again."))


def _too_large() -> TooLarge:
    return TooLarge.at("photo", _("That file is larger than 5 MB. Choose a smaller photo."))
