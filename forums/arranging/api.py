"""Arranging topics over JSON: each act as the page has it."""

from typing import Annotated, Literal

import msgspec

from forums.arranging import acts_service
from forums.arranging.acts_service import Asked
from forums.arranging.forms import topic_named
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()
_Name = Annotated[str, msgspec.Meta(max_length=200)]


class Arrangement(msgspec.Struct):
    """What is to be done, with what that needs: `reason` (lock), `mode` and `seconds` (mode; null: its section's),
    `section` and `forum` (move), `into` (merge: the other topic's id), `replies` and `title` (split).
    """

    action: Literal[
        "pin", "unpin", "lock", "unlock", "mode", "archive", "unarchive", "move", "merge", "unmerge", "split"
    ]
    reason: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    mode: Literal["open", "newcomers", "premoderated", "slow"] | None = None
    seconds: int | None = None
    section: _Name = ""
    forum: _Name = ""
    into: _Name = ""
    title: Annotated[str, msgspec.Meta(max_length=500)] = ""
    replies: Annotated[list[_Name], msgspec.Meta(max_length=200)] = msgspec.field(default_factory=list)


class Arranged(msgspec.Struct):
    """The id of the topic to look at now: of a merge the other one, of a split the new one."""

    topic: str


@api.post("/topics/{id}/arrangement", permission=Permission.TOPIC_ARRANGE, body=Arrangement, answer=Arranged,
          summary="Pin, lock, slow down, archive, move, merge or split a topic")  # fmt: skip
async def arrange(call: Call[Arrangement, None]) -> Arranged:
    """For the staff who serve its forum."""
    said = call.body
    asked = Asked(
        reason=said.reason, mode=said.mode or "", seconds=said.seconds, section=said.section, forum=said.forum,
        into=topic_named(said.into), title=said.title, replies=said.replies,
    )  # fmt: skip
    return Arranged(await acts_service.act(call.request.app, call.viewer, call.path["id"], said.action, asked))
