"""The file as it is sent, by a form or as the body of a call: read as it comes, and no form before its token."""

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from forums.exchange.reading import MOST
from foundation.errors import Invalid, Malformed, TooLarge
from foundation.identity import check_csrf
from foundation.language import _

_LONGEST_TOKEN = 200
_MOST_PARTS = 4


async def file_in(request: web.Request) -> bytes:
    """The bytes of the file. Raises Malformed, NotAllowed, TooLarge, and Invalid where none was chosen."""
    try:
        return await _read(request)
    except (ValueError, LookupError, AssertionError, BadHttpMessage, web.RequestPayloadError):
        raise Malformed(_("The form could not be read. Go back and try again.")) from None


async def file_as_body(request: web.Request) -> bytes:
    """The file as the whole body of a call. Raises Malformed, TooLarge."""
    if request.content_type != "application/json":
        raise Malformed(_("Send the JSON of a forum."))
    data = bytearray()
    async for chunk in request.content.iter_chunked(64 * 1024):
        data += chunk
        _check_size(data)
    return bytes(data)


async def _read(request: web.Request) -> bytes:
    parts, trusted = await request.multipart(), False
    for _part in range(_MOST_PARTS):
        part = await parts.next()
        if not isinstance(part, BodyPartReader):
            break
        if part.name == "csrf_token":
            check_csrf(request, (await _up_to(part, _LONGEST_TOKEN)).decode())
            trusted = True
        elif part.name == "file":
            if not trusted:
                check_csrf(request, "")
            if data := await _up_to(part, MOST):
                return data
    if not trusted:
        check_csrf(request, "")
    raise Invalid.at("file", _("Choose a file first."))


async def _up_to(part: BodyPartReader, most: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk():
        data += chunk
        _check_size(data, most)
    return bytes(data)


def _check_size(data: bytearray, most: int = MOST) -> None:
    if len(data) > most:
        raise TooLarge.at("file", _("That file is larger than 20 MB. Bring it in with the command line."))
