"""What a client sends to hear of a topic or of a forum."""

from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=16)]


class FollowTopic(msgspec.Struct):
    topic: Id


class FollowForum(msgspec.Struct):
    """`topics`: those that the page lists."""

    forum: Id
    topics: Annotated[list[Id], msgspec.Meta(max_length=100)] = []
