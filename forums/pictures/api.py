"""Pictures over JSON: sent before the words that name them by their ids."""

from typing import Any

import msgspec

from forums.pictures.service import PICTURES
from foundation.api import Api, Call
from foundation.permissions import Permission
from foundation.pictures.shapes import Picture, PictureWords
from foundation.pictures.single import TAKES, read_picture

api = Api()


@api.post("/pictures", permission=Permission.TOPIC_POST, takes=TAKES, answer=Picture, status=201,
          summary="Send a picture for words that are being written")  # fmt: skip
async def send_picture(call: Call[None, None]) -> Picture:
    """What the camera wrote into it is dropped. Nobody else sees it before it is posted; unposted, it goes in days."""
    app = call.request.app
    await PICTURES.check_may_send(app, call.viewer)
    data = await read_picture(call.request)
    return msgspec.convert(await PICTURES.add(call.viewer, data), Picture)


@api.patch("/pictures/{id}", permission=Permission.TOPIC_POST, body=PictureWords, answer=Picture,
           summary="Say what a picture of yours shows, before it is posted")  # fmt: skip
async def describe_picture(call: Call[PictureWords, None]) -> Picture:
    """For people who can’t see it: a picture without these words is not posted."""
    return msgspec.convert(await PICTURES.describe(call.viewer, call.path["id"], call.body.alt), Picture)


@api.delete("/pictures/{id}", permission=Permission.TOPIC_POST, summary="Remove a picture of yours that is not posted")
async def remove_picture(call: Call[Any, None]) -> None:
    """For good."""
    await PICTURES.remove_own(str(call.viewer.id), [call.path["id"]])
