"""What a client sends about polls."""

from typing import Annotated

import msgspec

from rooms.event_shapes import Id, InRoom


class OpenPoll(InRoom):
    question: Annotated[str, msgspec.Meta(max_length=1000)]
    options: Annotated[list[Annotated[str, msgspec.Meta(max_length=1000)]], msgspec.Meta(max_length=20)]


class VotePoll(InRoom):
    """`option`: which, counted from 0."""

    id: Id
    option: Annotated[int, msgspec.Meta(ge=0, le=100)]


class OfPoll(InRoom):
    id: Id
