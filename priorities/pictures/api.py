"""Pictures over JSON: sent before the words that name them by their ids."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from foundation.pictures.single import TAKES, read_picture
from priorities.pictures import sending_service
from priorities.pictures.shapes import PriorityPictureWords, ShownPicture

api = Api()


@api.post("/priority-pictures", permission=Permission.PROPOSAL_MAKE, takes=TAKES, answer=ShownPicture, status=201,
          summary="Send a picture for a proposal or an action that is being written")  # fmt: skip
async def send_picture(call: Call[None, None]) -> ShownPicture:
    """What the camera wrote into it is dropped. Nobody else sees it before it is posted; unposted, it goes in days."""
    await sending_service.check_may_send(call.request.app, call.viewer)
    data = await read_picture(call.request)
    return msgspec.convert(await sending_service.add_picture(call.viewer, data), ShownPicture)


@api.patch("/priority-pictures/{id}", permission=Permission.PROPOSAL_MAKE, body=PriorityPictureWords,
           answer=ShownPicture, summary="Say what a picture of yours shows, before it is posted")  # fmt: skip
async def describe_picture(call: Call[PriorityPictureWords, None]) -> ShownPicture:
    """For people who can’t see it: a picture without these words is not posted."""
    described = await sending_service.describe_picture(call.viewer, call.path["id"], call.body.alt)
    return msgspec.convert(described, ShownPicture)


@api.delete("/priority-pictures/{id}", permission=Permission.PROPOSAL_MAKE,
            summary="Remove a picture of yours that is in no proposal or action")  # fmt: skip
async def remove_picture(call: Call[Any, None]) -> None:
    """For good."""
    await sending_service.remove_own(str(call.viewer.id), [call.path["id"]])
