"""The queries behind the list of what somebody has not read: by key, whatever the size of the forums they follow."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from forums.places.listing.cursors import Place
from foundation.database import dialect
from foundation.queries import Query

JSON = dict[str, Any]
_MOMENTS = (
    "created_at", "active_at", "pinned_at", "archived_at", "locked_at", "solved_at", "answered_at", "slowed_at",
)  # fmt: skip

_FOUND: Final = "SELECT topic.id, topic.active_at"
# Asked for each topic, by the index: joined, it may be planned as a reading of all that somebody ever read, each time.
_HAS_NEWS: Final = """
    topic.last_number > COALESCE((
        SELECT reading.last_number FROM forum_reading AS reading
        WHERE reading.person_id = watch.person_id AND reading.topic_id = topic.id
    ), 0) AND
    """
# What somebody may see of forums, before a place of the list.
_MAY_SEE: Final = """
    topic.state = 'published' AND (forum.kind <> 'staff' OR forum.force_id = ?)
    AND (topic.active_at, topic.id) < (?, ?)
    """
# Found once for a list, and not for each topic of it.
_NOT_MUTED: Final = """
    AND topic.id NOT IN (
        SELECT muted.target_id FROM forum_watch AS muted
        WHERE muted.person_id = ? AND muted.kind = 'topic' AND muted.how = 'none'
    )
    AND topic.forum_id || ':' || topic.section_id NOT IN (
        SELECT muted.target_id FROM forum_watch AS muted
        WHERE muted.person_id = ? AND muted.kind = 'section' AND muted.how = 'none'
    )
    """
_LATEST: Final = "ORDER BY topic.active_at DESC, topic.id DESC LIMIT ?"

_FOLLOWED = Query(
    _FOUND,
    """
    FROM forum_watch AS watch
    JOIN forum_topic AS topic ON topic.id = watch.target_id
    JOIN forum ON forum.id = topic.forum_id
    WHERE watch.person_id = ? AND watch.kind = 'topic' AND watch.how <> 'none' AND
    """,
    _HAS_NEWS,
    _MAY_SEE,
    _LATEST,
    moments=("active_at",),
)
# What they opened, and that went on since.
_OPENED = Query(
    _FOUND,
    """
    FROM forum_reading AS opened
    JOIN forum_topic AS topic ON topic.id = opened.topic_id
    JOIN forum ON forum.id = topic.forum_id
    WHERE opened.person_id = ? AND opened.read_at > ? AND topic.last_number > opened.last_number AND
    """,
    _MAY_SEE,
    _NOT_MUTED,
    _LATEST,
    moments=("active_at",),
)

_IN_PLACE: Final = """
    JOIN forum ON forum.id = topic.forum_id
    WHERE topic.active_at > watch.since AND topic.active_at > ? AND
    """
_WATCHES: Final = "watch.person_id = ? AND watch.how <> 'none' AND watch.kind ="
_SCOPES: Final = {
    "'forum'": "topic.forum_id = watch.target_id",
    "'section'": "topic.forum_id = substr(watch.target_id, 1, 16) AND topic.section_id = substr(watch.target_id, 18)",
}
# From each place so many and no more, the latest first: PostgreSQL reads only these from its index.
_EACH = [
    Query(
        "SELECT found.id, found.active_at FROM forum_watch AS watch JOIN LATERAL (",
        _FOUND, "FROM forum_topic AS topic", _IN_PLACE, _HAS_NEWS, _MAY_SEE, _NOT_MUTED, "AND", scope, _LATEST,
        ") AS found ON TRUE WHERE", _WATCHES, kind,
    )
    for kind, scope in _SCOPES.items()
]  # fmt: skip
_TOGETHER = [
    Query(
        _FOUND, "FROM forum_watch AS watch JOIN forum_topic AS topic ON", scope, _IN_PLACE, _HAS_NEWS, _MAY_SEE,
        _NOT_MUTED, "AND", _WATCHES, kind, _LATEST, moments=("active_at",),
    )
    for kind, scope in _SCOPES.items()
]  # fmt: skip
_TOPICS = Query(
    """
    SELECT topic.id, topic.forum_id, topic.section_id, topic.neighbourhood_id, topic.force_id, topic.title,
           topic.author_id, topic.replies, topic.last_number, topic.created_at, topic.active_at, topic.pinned_at,
           topic.archived_at, topic.locked_at, topic.solved_at, topic.answered_at, topic.mode, topic.slow_seconds,
           topic.slowed_at, topic.place_name, latest.author_id AS latest_by, reading.last_number AS last_read,
           forum.kind AS forum_kind, section.slug, section.name, section.name_cy
    FROM forum_topic AS topic
    JOIN forum ON forum.id = topic.forum_id
    JOIN forum_section AS section ON section.id = topic.section_id
    LEFT JOIN forum_reply AS latest
      ON latest.topic_id = topic.id AND latest.number = topic.last_number AND latest.state = 'published'
    LEFT JOIN forum_reading AS reading ON reading.topic_id = topic.id AND reading.person_id = ?
    WHERE topic.id IN ?
    """,
    moments=_MOMENTS,
)


async def unread_topics(person: str, force: str, before: Place, since: datetime, limit: int) -> list[str]:
    """The ids of so many topics with something that somebody has not read, the latest activity first.

    Those that they follow; of the places that they follow and of what they opened those that were active since then.
    `force`: that whose staff they are, or "". A topic can be found in more than one way.
    """
    may_see = (force, before.active_at, before.topic_id)
    rows = await _FOLLOWED.rows(person, *may_see, limit)
    rows += await _OPENED.rows(person, since, *may_see, person, person, limit)
    if dialect() == "postgres":
        for query in _EACH:
            rows += await query.rows(since, *may_see, person, person, limit, person)
    else:
        for query in _TOGETHER:
            rows += await query.rows(since, *may_see, person, person, person, limit)
    found = {row["id"]: row["active_at"] for row in rows}
    return sorted(found, key=lambda id_: (found[id_], id_), reverse=True)[:limit]


async def topics_of(person: str, ids: Collection[str]) -> dict[str, JSON]:
    """What lists show of these topics, by id, and how far somebody has read them."""
    rows = await _TOPICS.rows(person, list(ids)) if ids else []
    return {row["id"]: row for row in rows}
