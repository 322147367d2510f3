"""Who hears of a topic: everybody who follows it while it is shown, and only who may read it while it is not."""

from collections.abc import Collection, Mapping

from forums.models import PostState
from forums.places.models import ForumKind
from foundation.queries import Query

SHOWN, UNSHOWN = "topic:", "unshown:"
"""Of channels: what everybody may follow, and what its author and staff may."""
_OPEN = Query(
    """
    SELECT topic.id FROM forum_topic topic JOIN forum ON forum.id = topic.forum_id
    WHERE topic.id IN ? AND topic.state = ? AND forum.kind <> ?
    """
)


def channels_of(topic_id: str) -> list[str]:
    """Those of one topic, whichever of them are open."""
    return [SHOWN + topic_id, UNSHOWN + topic_id]


async def channel_for(topic_ids: Collection[str]) -> Mapping[str, str]:
    """The channel of each of these topics as it is now, by its id."""
    rows = await _OPEN.rows(list(topic_ids), PostState.PUBLISHED, ForumKind.STAFF) if topic_ids else []
    shown = {row["id"] for row in rows}
    return {topic: (SHOWN if topic in shown else UNSHOWN) + topic for topic in topic_ids}
