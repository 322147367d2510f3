"""The shapes of promises in the JSON API."""

from datetime import datetime
from typing import Annotated

import msgspec

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class PromiseAnswer(msgspec.Struct):
    """A promise of the police. `due_on` is a local date; its words are null while what it is about is taken down.

    `standing` is open, late, kept or withdrawn; `surgery` and `question` are where it was made.
    """

    id: str
    surgery: str
    question: str | None
    text: str | None
    html: str | None
    owner: str | None
    due_on: str
    standing: str
    outcome: str | None
    outcome_html: str | None
    made_at: Moment
    settled_at: Moment | None


class PromiseCounts(msgspec.Struct):
    made: int
    kept: int
    open: int
    late: int
    withdrawn: int


class PromiseList(msgspec.Struct):
    """Every promise of a neighbourhood: the late ones first, then the open ones, then what was settled."""

    items: list[PromiseAnswer]
    counts: PromiseCounts
    next: str | None = None
