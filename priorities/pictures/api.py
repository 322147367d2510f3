"""Pictures over JSON: sent before the words that name them by their ids."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from foundation.pictures.shapes import Picture, PictureWords
from foundation.pictures.single import TAKES, read_picture
from priorities.pictures.service import PICTURES

api = Api()


@api.post("/priority-pictures", permission=Permission.PROPOSAL_MAKE, takes=TAKES, answer=Picture, status=201,
          summary="Send a picture for a proposal or an action that is being written")  # fmt: skip
async def send_picture(call: Call[None, None]) -> Picture:
    """What the camera wrote into it is dropped. Nobody else sees it before it is posted; unposted, it goes in days."""
    await PICTURES.check_may_send(call.request.app, call.viewer)
    data = await read_picture(call.request)
    return msgspec.convert(await PICTURES.add(call.viewer, data), Picture)


@api.patch("/priority-pictures/{id}", permission=Permission.PROPOSAL_MAKE, body=PictureWords,
           answer=Picture, summary="Say what a picture of yours shows, before it is posted")  # fmt: skip
async def describe_picture(call: Call[PictureWords, None]) -> Picture:
    """For people who can’t see it: a picture without these words is not posted."""
    described = await PICTURES.describe(call.viewer, call.path["id"], call.body.alt)
    return msgspec.convert(described, Picture)


@api.delete("/priority-pictures/{id}", permission=Permission.PROPOSAL_MAKE,
            summary="Remove a picture of yours that is in no proposal or action")  # fmt: skip
async def remove_picture(call: Call[Any, None]) -> None:
    """For good."""
    await PICTURES.remove_own(str(call.viewer.id), [call.path["id"]])
