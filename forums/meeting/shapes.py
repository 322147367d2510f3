"""What clients send to take topics elsewhere, and how the JSON API describes it."""

from typing import Annotated, Literal

import msgspec


class TopicAsQuestion(msgspec.Struct):
    """`body`: the question, or null for the topic's title and the beginning of its text."""

    client_id: Annotated[str, msgspec.Meta(max_length=64)]
    body: str | None = None
    confirm: bool = False


class QuestionAsked(msgspec.Struct):
    """`status` warned: nothing was stored; send again with `confirm`."""

    status: Literal["published", "held", "warned"]
    surgery: str
    question: str | None
    reason: str | None


class AskedToMoveAnswer(msgspec.Struct):
    """`topic`: its id, where it became one at once; null where its asker is asked."""

    topic: str | None


class TopicAsProposal(msgspec.Struct):
    """`title` and `body`: null for the topic’s own."""

    title: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    body: Annotated[str, msgspec.Meta(max_length=20_000)] | None = None


class Proposed(msgspec.Struct):
    """`proposal`: its id, null where it waits for a moderator. `page` is its path."""

    proposal: str | None
    page: str
