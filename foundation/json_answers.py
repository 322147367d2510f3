"""Answers in JSON: what was asked for, or an RFC 9457 problem."""

from typing import Any, Final

import msgspec
from aiohttp import web

from foundation.errors import Refusal

PROBLEM: Final = "application/problem+json"


def json_response(result: Any, status: int = 200, media: str = "application/json") -> web.Response:
    """An answer of structs, dicts, lists and texts as JSON; no body for 204."""
    if status == 204:
        return web.Response(status=204)
    return web.Response(body=msgspec.json.encode(result), status=status, content_type=media, charset="utf-8")


def problem(refusal: Refusal, reference: str = "") -> web.Response:
    """A refusal as RFC 9457 problem details."""
    body: dict[str, Any] = {
        "type": f"urn:bluelamp:problem:{refusal.kind or refusal.code}",
        "title": refusal.code.replace("_", " ").capitalize(),
        "status": refusal.status,
        "detail": refusal.message,
        **refusal.details,
    }
    if refusal.fields:
        body["errors"] = [{"field": wrong.field, "message": wrong.message} for wrong in refusal.fields]
    if reference:
        body["reference"] = reference
    response = web.Response(body=msgspec.json.encode(body), status=refusal.status, content_type=PROBLEM)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(int(refusal.retry_after))
    return response
