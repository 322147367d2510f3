"""What clients send when they post, and what they are answered where it waits."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

import msgspec

PictureIds = Annotated[list[Annotated[str, msgspec.Meta(max_length=16)]], msgspec.Meta(max_length=8)]
Words = Annotated[str, msgspec.Meta(max_length=20_000)]
"""Longer ones are refused in a sentence of their own; these by the shape."""


class TopicBody(msgspec.Struct):
    """A topic to begin. `section` is a slug or an id.

    `client_id`: a UUID of the client's own; the same again is answered the same, and posts nothing twice.
    `confirm`: the author was warned of something in it (422, `type` ends with `warned`) and sends it all the same.
    `pictures`: ids.
    """

    title: Annotated[str, msgspec.Meta(max_length=1000)]
    body: Words
    section: Annotated[str, msgspec.Meta(max_length=64)] = "general"
    client_id: UUID | None = None
    confirm: bool = False
    pictures: PictureIds = []


class ReplyBody(msgspec.Struct):
    """A reply. `reply_to` is the id of another reply in the topic. `official`: a verified officer's answer on behalf of
    the police, with a day by which something is promised, or without. The rest as of a topic.
    """

    body: Words
    reply_to: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    client_id: UUID | None = None
    official: bool = False
    promised_for: date | None = None
    confirm: bool = False
    pictures: PictureIds = []


class Held(msgspec.Struct):
    """It waits for a moderator: `id` is that of the topic or reply, `reason` a sentence for its author.

    `notice` is `emergency` where they should call 999 at once.
    """

    status: Literal["held"]
    id: str
    reason: str
    notice: str | None = None
