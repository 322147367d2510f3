"""The same act on many topics at once, over JSON."""

from typing import Annotated, Literal

import msgspec

from forums.arranging.acts_service import Asked
from forums.arranging.tidying import service
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()
_Name = Annotated[str, msgspec.Meta(max_length=200)]


class Tidying(msgspec.Struct):
    """What is to be done with these topics, with what that needs: `section` and `forum` (move), `reason` (lock, hide),
    `clause` (hide).
    """

    action: Literal["move", "lock", "archive", "unpin", "hide"]
    topics: Annotated[list[_Name], msgspec.Meta(max_length=100)]
    reason: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    clause: _Name = ""
    section: _Name = ""
    forum: _Name = ""


class NotTidied(msgspec.Struct):
    """A topic with which it was not done, and why not."""

    topic: str
    why: str


class Tidied(msgspec.Struct):
    """With how many it was done, and with which it was not."""

    done: int
    refused: list[NotTidied]


@api.post("/forums/{id}/arrangement", permission=Permission.TOPIC_ARRANGE, body=Tidying, answer=Tidied,
          summary="Move, lock, archive, unpin or hide many topics of a forum")  # fmt: skip
async def tidy(call: Call[Tidying, None]) -> Tidied:
    """For the staff who serve it. Each by itself: one that is refused stops no other."""
    said = call.body
    asked = Asked(reason=said.reason, section=said.section, forum=said.forum)
    done, refused = await service.tidy(
        call.request.app, call.viewer, call.path["id"], said.topics, said.action, asked, said.clause
    )
    return Tidied(done, [NotTidied(each["topic"], each["why"]) for each in refused])
