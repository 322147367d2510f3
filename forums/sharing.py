"""What other sites are told of a page of the forums that somebody hands on to them."""

from aiohttp import web

from foundation.addresses import own_origin
from foundation.keys import SETTINGS
from foundation.pages import static_address


def shared(request: web.Request, path: str) -> dict[str, str]:
    """The whole address of the page at `path`, and the picture that is shown beside it: `{url, image}`."""
    ours = own_origin(request, request.app[SETTINGS])
    return {"url": ours + path, "image": ours + static_address("images/icon-180.png")}
