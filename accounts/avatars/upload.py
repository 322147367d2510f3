"""The form of an officer's photo."""

from dataclasses import dataclass

from aiohttp import web

from foundation.errors import Invalid
from foundation.language import _
from foundation.uploads import read_file_form


@dataclass(frozen=True)
class SentPhoto:
    """What a person sent: the file's bytes and what they say it shows."""

    data: bytes
    alt: str


async def read_photo_form(request: web.Request) -> SentPhoto:
    """The form `csrf_token`, `alt`, `photo`, in this order; raises Malformed, NotAllowed, TooLarge, Invalid."""
    sent = await read_file_form(request, "photo")
    if not sent.data:
        raise Invalid.at("photo", _("Choose a photo first."))
    return SentPhoto(sent.data, sent.fields.get("alt", ""))
