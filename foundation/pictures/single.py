"""One picture as the whole body of a call."""

from aiohttp import web

from foundation.errors import Invalid, Malformed, TooLarge
from foundation.language import _
from foundation.pictures.process import LARGEST

FIELD = "pictures"
"""What clients are told that is wrong."""
TAKES = ("image/jpeg", "image/png", "image/webp")


async def read_picture(request: web.Request) -> bytes:
    """The bytes of the body, read up to a cap; raises Malformed, TooLarge, Invalid (nothing in it)."""
    if request.content_type not in TAKES:
        raise Malformed(_("That file is not a photo that we can read. Choose a JPEG, PNG or WebP file."))
    data = bytearray()
    async for chunk in request.content.iter_chunked(64 * 1024):
        data += chunk
        if len(data) > LARGEST:
            raise TooLarge.at(FIELD, _("That file is larger than 5 MB. Choose a smaller photo."))
    if not data:
        raise Invalid.at(FIELD, _("Choose a photo first."))
    return bytes(data)
