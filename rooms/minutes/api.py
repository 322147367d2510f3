"""Published minutes in the API."""

from aiohttp import web

from foundation.api import Api, Call
from foundation.permissions import Permission
from rooms.minutes import forms
from rooms.minutes.shapes import MinutesAnswer

api = Api()


@api.get(
    "/surgeries/{id}/minutes",
    permission=Permission.MINUTES_READ,
    answer=MinutesAnswer,
    summary="The published minutes",
    media=("application/json", "text/plain", "text/html"),
)
async def read_minutes(call: Call[None, None]) -> web.Response:
    """JSON, plain text or HTML, by the Accept header."""
    return await forms.answer(call.request, call.path["id"])
