"""Back to the office: a form without scripts that was posted from there must not lead out of it."""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler


@web.middleware
async def back_to_office(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Where a form leads to the room itself, and was posted from its office (as its Referer says), to the office."""
    try:
        return await handler(request)
    except web.HTTPSeeOther as answer:
        if request.method == "POST":
            answer.headers["Location"] = _office(answer.headers["Location"], request.headers.get("Referer", ""))
        raise


def _office(address: str, posted_from: str) -> str:
    try:
        room, page = urlsplit(address), urlsplit(posted_from)
    except ValueError:  # no browser says so: not an address at all, such as http://[
        return address
    if not room.path.startswith("/surgeries/") or page.path != f"{room.path}/office":
        return address
    return room._replace(path=page.path, query=room.query or page.query).geturl()
