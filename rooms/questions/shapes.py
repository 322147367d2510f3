"""What clients send about questions, and how the JSON API describes them."""

from typing import Annotated, Literal

import msgspec

from rooms.event_shapes import Id, InRoom
from rooms.questions.models import QuestionState


class OfQuestion(InRoom):
    id: Id


class PickQuestion(InRoom):
    """`id` null: none is being answered any more."""

    id: Id | None = None


class MergeQuestion(InRoom):
    id: Id
    into: Id


class CloseQuestion(InRoom):
    id: Id
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class PromiseAnAnswer(InRoom):
    """`due_on`: a local date, `2026-11-25`; `owner_id` an officer, or `owner` anybody by name."""

    id: Id
    text: str
    due_on: Annotated[str, msgspec.Meta(max_length=10)]
    owner_id: Annotated[str, msgspec.Meta(max_length=16)] = ""
    owner: Annotated[str, msgspec.Meta(max_length=400)] = ""
    confirm: bool = False


class FindQuestions(msgspec.Struct):
    """In which order: most votes first, the newest first, or only those that nobody has dealt with yet.

    Pages are of the order as it is when each is asked for: a vote in between may move a question across their edge.
    """

    order: Literal["wanted", "newest", "unanswered"] = "wanted"
    cursor: Annotated[str, msgspec.Meta(max_length=9, pattern="^[0-9]+$")] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50


class FindSimilar(msgspec.Struct):
    """The question as it is being written."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]


class QuestionAnswer(msgspec.Struct):
    """A question that everybody may read. `votes` counts people and printed sheets; `wanted`: by who asks.

    `stands` is waiting, answered, promised, merged (then `into` is its target) or closed (then `reason` says why).
    """

    id: str
    body: str
    votes: int
    wanted: bool
    mine: bool
    stands: QuestionState
    into: str | None
    reason: str | None


class QuestionList(msgspec.Struct):
    items: list[QuestionAnswer]
    next: str | None = None
