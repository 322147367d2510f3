"""What the contract calls a topic's state, from its row."""

from typing import Any

from forums.models import TopicState

_FIRST_OF = (
    ("archived_at", TopicState.ARCHIVED),
    ("locked_at", TopicState.LOCKED),
    ("solved_at", TopicState.SOLVED),
    ("answered_at", TopicState.ANSWERED),
)


def state_of(topic: dict[str, Any]) -> TopicState:
    """The first that is so of a row with `archived_at`, `locked_at`, `solved_at` and `answered_at`; else open."""
    return next((state for column, state in _FIRST_OF if topic[column] is not None), TopicState.OPEN)
