"""A feed as the answer to a call."""

import hashlib
from typing import Any, Final

from aiohttp import ETag, web

from foundation.addresses import own_origin
from foundation.api import Call
from foundation.atom import Feed, written
from foundation.keys import SETTINGS

MEDIA: Final = "application/atom+xml"


def feed_answer(call: Call[Any, Any], feed: Feed) -> web.Response:
    """The feed, or 304 for who has it."""
    body = written(feed, own_origin(call.request, call.request.app[SETTINGS]))
    tag = hashlib.sha256(body).hexdigest()[:32]
    same = any(each.value in (tag, "*") for each in call.request.if_none_match or ())
    response = web.Response(status=304) if same else web.Response(body=body, content_type=MEDIA, charset="utf-8")
    response.etag = ETag(tag)
    # Kept, but asked about each time: what was taken down must not come back from a cache.
    response.headers["Cache-Control"] = "no-cache"
    return response
