"""A form with a picture, read as it comes: nothing is kept before its token was checked, nor beyond its cap."""

from dataclasses import dataclass, field

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from foundation.errors import Malformed, TooLarge
from foundation.identity import check_csrf
from foundation.language import _
from foundation.pictures.process import LARGEST

_LONGEST_FIELD = 32 * 1024
_MOST_PARTS = 16
_AROUND = 64 * 1024
"""Bytes of a body that are not the photo: boundaries and small fields."""


@dataclass
class SentForm:
    """What a person sent: the file's bytes (none where they chose none) and the other fields."""

    data: bytes = b""
    fields: dict[str, str] = field(default_factory=dict)


async def read_picture_form(request: web.Request, file: str) -> SentForm:
    """The form, whose token comes before the field `file`; raises Malformed, NotAllowed, TooLarge."""
    if not request.content_type.startswith("multipart/form-data"):
        raise _unreadable()
    if request.content_length is not None and request.content_length > LARGEST + _AROUND:
        raise _too_large(file)
    try:
        return await _read(request, await request.multipart(), file)
    except (ValueError, LookupError, AssertionError, BadHttpMessage, web.RequestPayloadError):
        raise _unreadable() from None


async def _read(request: web.Request, parts: MultipartReader, file: str) -> SentForm:
    sent = SentForm()
    trusted = False
    for _part in range(_MOST_PARTS):
        part = await parts.next()
        if part is None:
            break
        if not isinstance(part, BodyPartReader):
            raise _unreadable()
        if part.name == file:
            if not trusted:
                check_csrf(request, "")
            sent.data = await _up_to(part, LARGEST, file)
        elif part.name is not None:
            sent.fields[part.name] = (await _up_to(part, _LONGEST_FIELD, part.name)).decode()
            if part.name == "csrf_token":
                check_csrf(request, sent.fields["csrf_token"])
                trusted = True
    if not trusted:
        check_csrf(request, "")
    return sent


async def _up_to(part: BodyPartReader, most: int, name: str) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk():
        data += chunk
        if len(data) > most:
            raise _too_large(name)
    return bytes(data)


def _unreadable() -> Malformed:
    return Malformed(_("The form could not be read. Go back and try again."))


def _too_large(name: str) -> TooLarge:
    return TooLarge.at(name, _("That file is larger than 5 MB. Choose a smaller photo."))
