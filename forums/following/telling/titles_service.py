"""What the topics are called that notices lead to."""

import re
from collections.abc import Collection

from forums.places.models import ForumKind
from forums.places.policy import may_see
from foundation.permissions import Viewer
from foundation.queries import Query

_TOPIC = re.compile(r"/topics/([0-9a-z]{16})(?=$|[/?#])")
_TITLES = Query(
    """
    SELECT topic.id, topic.title, forum.kind, forum.force_id FROM forum_topic AS topic
    JOIN forum ON forum.id = topic.forum_id WHERE topic.state = 'published' AND topic.id IN ?
    """
)


async def titles_of(viewer: Viewer, paths: Collection[str]) -> dict[str, str]:
    """The titles by path of those that lead to topics which the viewer may read now."""
    topics = {path: found[1] for path in paths if (found := _TOPIC.match(path))}
    rows = await _TITLES.rows(sorted(set(topics.values()))) if topics else []
    shown = {row["id"]: row["title"] for row in rows if may_see(viewer, row | {"kind": ForumKind(row["kind"])})}
    return {path: shown[topic] for path, topic in topics.items() if topic in shown}
