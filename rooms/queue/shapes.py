"""What a client sends about a queue."""

from typing import Annotated, Literal

import msgspec

from rooms.event_shapes import Id, InRoom

LONGEST_ABOUT = 200


class TakeTicket(InRoom):
    """`about` is read by the room's officers alone; `age` is asked where the account does not say."""

    about: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    call_back: bool = False
    quiet: bool = False
    age: Literal["under_16", "16_or_17", "18_or_over"] | None = None


class CallBack(InRoom):
    """Whether one leaves the page and wants to be called; `quiet`: in words that say nothing of a turn."""

    call_back: bool
    quiet: bool = False


class CallNext(InRoom):
    """Without `id`: the first in the line."""

    id: Id | None = None
