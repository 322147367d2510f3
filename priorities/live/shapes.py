"""What a client sends to hear of a round or of a priority."""

from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=16)]


class FollowRound(msgspec.Struct):
    round: Id


class FollowPriority(msgspec.Struct):
    priority: Id


class FollowPriorities(msgspec.Struct):
    priorities: Annotated[list[Id], msgspec.Meta(min_length=1, max_length=100)]
