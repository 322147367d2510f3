"""Reading what a call sent, strictly: its JSON body and its query, each as the struct that the call declares."""

from typing import TypeVar

import msgspec
from aiohttp import web

from foundation.errors import FieldError, Invalid, Malformed
from foundation.language import _

Struct = TypeVar("Struct")


async def read_body(request: web.Request, kind: type[Struct]) -> Struct:
    """The JSON body as the declared struct; raises Malformed (not JSON) or Invalid (wrong values)."""
    if request.content_type != "application/json":
        raise Malformed(_("Send the body as JSON, with Content-Type: application/json."))
    try:
        return msgspec.json.decode(await request.read(), type=kind)
    except msgspec.ValidationError as error:
        raise _invalid(error) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, web.RequestPayloadError):
        raise Malformed(_("The body is not valid JSON.")) from None


def read_query(request: web.Request, kind: type[Struct]) -> Struct:
    """The query's parameters as the declared struct; raises Invalid. Unknown ones are ignored."""
    try:
        return msgspec.convert(dict(request.query), type=kind, strict=False)
    except msgspec.ValidationError as error:
        raise _invalid(error) from None


def _invalid(error: msgspec.ValidationError) -> Invalid:
    """msgspec says `Expected `str`, got `int` - at `$.name``: the field is named apart from the sentence."""
    what, _at, where = str(error).partition(" - at `$")
    name = where.strip("`.") or what.rpartition("field `")[2].strip("`") if "field `" in what or where else ""
    fields = [FieldError(name, what)] if name else []
    return Invalid(_("Something in the request is wrong: %(what)s.", what=what), fields=fields)
