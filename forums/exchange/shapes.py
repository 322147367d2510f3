"""The JSON of a forum: what `export` writes, and `import` reads again."""

from datetime import date, datetime
from typing import Annotated, Final

import msgspec

FORMAT: Final = "bluelamp.forum/1"


class Writer(msgspec.Struct, frozen=True, omit_defaults=False):
    """Who wrote something, as everybody is shown them. `officer` is rank and number of a verified one."""

    id: str
    name: str
    role: str = ""
    officer: str | None = None


class ExchangedReply(msgspec.Struct, frozen=True):
    """A reply; number 1 is the topic's own text. `body` is null where its words were taken down or taken back.

    `reply_to` is the id of what it replies to, null for the topic's own text.
    """

    id: str
    number: int
    author: Writer
    body: str | None
    created_at: datetime
    reply_to: str | None = None
    edited_at: datetime | None = None
    official: bool = False
    promised_for: date | None = None
    state: str = "published"


class ExchangedTopic(msgspec.Struct, frozen=True):
    """A topic with all that was shown in it, oldest first. `section` is a slug, `state` as the API has it."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_.~-]{1,64}\Z")]
    title: str
    section: str
    state: str
    created_at: datetime
    active_at: datetime
    replies: list[ExchangedReply]
    pinned: bool = False
    place: str = ""


class ExchangeFile(msgspec.Struct, frozen=True):
    """A file that is read: each topic is looked at by itself, so that a bad one keeps no other one out."""

    format: str
    topics: list[msgspec.Raw]
