"""What a paragraph of minutes can be."""

from enum import StrEnum


class ItemKind(StrEnum):
    """`heading` and `paragraph` are the host's own; the others are drafted from a source."""

    MOMENT = "moment"
    QUESTION = "question"
    ANSWER = "answer"
    PROMISE = "promise"
    POLL = "poll"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


OWN = frozenset({ItemKind.HEADING, ItemKind.PARAGRAPH})
