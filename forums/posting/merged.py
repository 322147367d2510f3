"""What is said to who writes to a topic that was merged while they wrote."""

from foundation.errors import Conflict
from foundation.language import _


def merged(topic_id: str | None) -> Conflict:
    """With the id of the `topic` that it was merged into: there the words can be posted."""
    sentence = _("This topic was merged into another one while you wrote. Look at it, and post your words there.")
    return Conflict(sentence, details={"topic": topic_id} if topic_id else {})
