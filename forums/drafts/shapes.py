"""What clients send about drafts, and how the JSON API describes them."""

from datetime import datetime
from typing import Annotated

import msgspec

from forums.drafts.words import LONGEST

Place = Annotated[str, msgspec.Meta(max_length=32, description="new:FORUM, reply:TOPIC or edit:REPLY")]


class NewWords(msgspec.Struct):
    """What is written there now. `version`: that of the draft which this one goes on from, 0 for none."""

    place: Place
    body: Annotated[str, msgspec.Meta(max_length=LONGEST)]
    title: Annotated[str, msgspec.Meta(max_length=200)] = ""
    section: Annotated[str, msgspec.Meta(max_length=40)] = ""
    reply_to: Annotated[str, msgspec.Meta(max_length=16)] = ""
    version: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)] = 0


class DraftAnswer(msgspec.Struct):
    """A draft. `version` counts its changes."""

    id: str
    place: str
    title: str
    body: str
    section: str
    reply_to: str
    version: int
    changed_at: datetime


class KeptDraft(msgspec.Struct):
    """As it is kept now, null where nothing was written; `other`: what another device had written meanwhile."""

    draft: DraftAnswer | None
    other: DraftAnswer | None


class DraftList(msgspec.Struct):
    items: list[DraftAnswer]
    next: None = None
