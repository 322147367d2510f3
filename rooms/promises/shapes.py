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


class FindPromises(msgspec.Struct):
    """A page of the promises: `cursor` is a `next` given earlier."""

    cursor: Annotated[str, msgspec.Meta(max_length=9, pattern="^[0-9]+$")] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50


class PromiseList(msgspec.Struct):
    """Promises of a neighbourhood: the late ones first, then the open ones, then what was settled. Counts: of all."""

    items: list[PromiseAnswer]
    counts: PromiseCounts
    next: str | None = None
