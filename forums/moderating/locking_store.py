"""The lock of a topic that comes of a decision: it is nobody's, so that the locks that people set stay theirs."""

from forums.models import PostState, Topic
from forums.topic_rows import lock_topic
from foundation import clock


async def set_lock(topic_id: str, *, locked: bool) -> str | None:
    """Lock it, or take off a lock that a decision set; gives its forum, None where it was merged into another."""
    topic = await lock_topic(topic_id)
    if topic is None or topic["state"] == PostState.MOVED:
        return None
    if locked:
        await Topic.filter(id=topic_id, locked_at=None).update(
            locked_at=clock.now(), locked_by_id=None, locked_reason=""
        )
    else:
        await Topic.filter(id=topic_id, locked_by_id=None).update(locked_at=None, locked_reason="")
    return str(topic["forum_id"])
