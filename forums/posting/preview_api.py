"""How words will look, over JSON."""

from typing import Annotated

import msgspec

from forums.posting.previews import drawn_words
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


class WordsToDraw(msgspec.Struct):
    body: Annotated[str, msgspec.Meta(max_length=100_000)]


class DrawnWords(msgspec.Struct):
    """As they would be shown; nothing is stored."""

    html: str


@api.post("/preview", permission=Permission.TOPIC_POST, body=WordsToDraw, answer=DrawnWords,
          summary="See how words of a topic or reply will look")  # fmt: skip
async def preview(call: Call[WordsToDraw, None]) -> DrawnWords:
    """The HTML is safe to put into a page."""
    return DrawnWords(str(await drawn_words(call.request.app, call.viewer, call.body.body)))
