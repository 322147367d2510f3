"""Talking about a proposal, over JSON."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.proposals.talking import service

api = Api()


class TalkedAbout(msgspec.Struct):
    """`page`: the path of the topic; of the proposal, while a moderator reads the topic first."""

    page: str


@api.post("/proposals/{id}/talk", permission=Permission.TOPIC_POST, answer=TalkedAbout,
          summary="Begin the topic about a proposal in the forum, or find the one that is there")  # fmt: skip
async def talk(call: Call[Any, None]) -> TalkedAbout:
    """Once: whoever asks later is led to the same topic."""
    return TalkedAbout(await service.talk(call.request.app, call.viewer, call.path["id"]))
