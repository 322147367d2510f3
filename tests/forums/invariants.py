"""What holds of the rows of forums whenever nobody is writing, whatever went on at once before."""

from typing import Any, Final

from foundation.queries import Query
from foundation.text import plain_words

JSON = dict[str, Any]

_BROKEN: Final = {
    "numbers count 1, 2, 3 … to the topic's last": """
        SELECT topic.id FROM forum_topic topic LEFT JOIN forum_reply reply ON reply.topic_id = topic.id
        WHERE topic.state <> 'moved' GROUP BY topic.id, topic.last_number
        HAVING COUNT(reply.number) <> topic.last_number OR COALESCE(MIN(reply.number), 0) <> 1
            OR MAX(reply.number) <> topic.last_number
        """,
    "replies are those shown beside number 1": """
        SELECT topic.id FROM forum_topic topic WHERE topic.state <> 'moved' AND topic.replies <> (
            SELECT COUNT(*) FROM forum_reply reply
            WHERE reply.topic_id = topic.id AND reply.number > 1 AND reply.state = 'published'
        )
        """,
    "every reply stands in a topic that is there": """
        SELECT reply.id FROM forum_reply reply LEFT JOIN forum_topic topic ON topic.id = reply.topic_id
        WHERE topic.id IS NULL OR topic.state = 'moved' OR (reply.state = 'published' AND reply.number IS NULL)
        """,
    "number 1 goes with its topic, but for words that were taken back": """
        SELECT topic.id FROM forum_topic topic JOIN forum_reply reply ON reply.topic_id = topic.id
        WHERE reply.number = 1 AND (reply.author_id <> topic.author_id
            OR (reply.state <> topic.state AND reply.state <> 'withdrawn'))
        """,
    "a true parent stands in the same topic": """
        SELECT reply.id FROM forum_reply reply LEFT JOIN forum_reply parent ON parent.id = reply.parent_id
        WHERE reply.parent_id IS NOT NULL AND (parent.id IS NULL OR parent.topic_id <> reply.topic_id)
        """,
    "what was merged leads to a topic": """
        SELECT topic.id FROM forum_topic topic LEFT JOIN forum_topic_address address ON address.id = topic.id
        LEFT JOIN forum_topic goal ON goal.id = address.topic_id
        WHERE (topic.state = 'moved' AND goal.id IS NULL) OR (topic.state <> 'moved' AND address.id IS NOT NULL)
        """,
    "who waits to hear of a reply hears of it where it stands": """
        SELECT waits.id FROM forum_to_tell waits LEFT JOIN forum_reply reply ON reply.id = waits.reply_id
        WHERE reply.id IS NULL OR reply.topic_id <> waits.topic_id OR reply.state <> 'published'
        """,
    "digests tell of replies that were shown": """
        SELECT waits.id FROM forum_for_digest waits LEFT JOIN forum_reply reply ON reply.id = waits.reply_id
        LEFT JOIN forum_topic topic ON topic.id = waits.topic_id
        WHERE reply.number IS NULL OR topic.id IS NULL
        """,
    "what waits for a digest and is not read has one due, or a mail on its way": """
        SELECT DISTINCT waits.person_id FROM forum_for_digest waits
        JOIN forum_reply reply ON reply.id = waits.reply_id
        LEFT JOIN notice_digest_due due ON due.id = waits.person_id
        LEFT JOIN forum_reading reading ON reading.person_id = waits.person_id AND reading.topic_id = reply.topic_id
        WHERE due.id IS NULL AND COALESCE(reading.last_number, 0) < reply.number AND NOT EXISTS (
            SELECT 1 FROM outbox_mail mail
            WHERE mail.sent_at IS NULL AND mail.key LIKE 'digest.' || waits.person_id || '.%'
        )
        """,
    "nobody follows a topic that is not there": """
        SELECT watch.id FROM forum_watch watch LEFT JOIN forum_topic topic ON topic.id = watch.target_id
        WHERE watch.kind = 'topic' AND topic.id IS NULL
        """,
    "nobody has read more than there is": """
        SELECT reading.id FROM forum_reading reading LEFT JOIN forum_topic topic ON topic.id = reading.topic_id
        WHERE topic.id IS NULL OR (topic.state <> 'moved' AND reading.last_number > topic.last_number)
        """,
    "pictures are counted": """
        SELECT reply.id FROM forum_reply reply WHERE reply.pictures <> (
            SELECT COUNT(*) FROM forum_picture picture
            WHERE picture.reply_id = reply.id AND picture.removed_at IS NULL AND picture.position >= 0
        )
        """,
    "earlier words are of earlier versions": """
        SELECT revision.id FROM forum_reply_revision revision JOIN forum_reply reply ON reply.id = revision.reply_id
        WHERE revision.version >= reply.version
        """,
    "the latest official answer that is shown stands on top": """
        SELECT topic.id FROM forum_topic topic WHERE topic.state <> 'moved'
        AND COALESCE(topic.official_reply_id, '') <> COALESCE((
            SELECT reply.id FROM forum_reply reply
            JOIN person ON person.id = reply.author_id
            JOIN officer_record record ON record.person_id = person.id
            WHERE reply.topic_id = topic.id AND reply.official AND reply.number > 1 AND reply.state = 'published'
                AND person.role = 'officer' AND person.suspended_at IS NULL AND person.closed_at IS NULL
                AND record.confirmed_at IS NOT NULL
            ORDER BY reply.number DESC LIMIT 1
        ), '')
        """,
    "at most five topics are pinned in a forum": """
        SELECT forum_id AS id FROM forum_topic WHERE pinned_at IS NOT NULL AND state = 'published'
        GROUP BY forum_id HAVING COUNT(*) > 5
        """,
}
"""What holds, and the rows of which it does not."""

_SHOWN = Query(
    """
    SELECT reply.id, reply.number, reply.html, reply.state, topic.id AS topic_id, topic.title, topic.neighbourhood_id,
           section.slug AS section
    FROM forum_topic topic
    JOIN forum_reply reply ON reply.topic_id = topic.id
    JOIN forum_section section ON section.id = topic.section_id
    WHERE topic.state = 'published' AND (reply.number = 1 OR reply.state = 'published')
    """
)
_MERGED = Query(
    """
    SELECT reply.topic_id, merged.title, reply.body FROM forum_topic merged
    JOIN forum_reply reply ON reply.author_id = merged.author_id AND reply.client_id = merged.client_id
    WHERE merged.state = 'moved' AND reply.state = 'published' AND reply.number > 1 ORDER BY reply.number
    """
)
_FOUND = Query(
    "SELECT kind, target_id, parent_id, title, words, neighbourhood_id, section FROM search_entry "
    "WHERE kind IN ('topic', 'reply')"
)


async def broken_rows() -> list[str]:
    """What does not hold as it should, in words, with the rows' ids; empty where all is well."""
    told = []
    for rule, query in _BROKEN.items():
        rows = await Query(query).rows()
        told += [f"{rule}: {sorted(str(next(iter(row.values()))) for row in rows)}"] if rows else []
    return told + await _found_otherwise()


async def check_forums() -> None:
    """To be called when a storm is over."""
    broken = await broken_rows()
    assert not broken, "\n".join(broken)


async def _found_otherwise() -> list[str]:
    """What the search finds beside what is public, and what it misses, to the letter."""
    merged = await _MERGED.rows()
    public = {_entry(row, _also(row, merged)) for row in await _SHOWN.rows()}
    found = {tuple(row.values()) for row in await _FOUND.rows()}
    extra, missing = sorted(map(str, found - public)), sorted(map(str, public - found))
    return [f"found and not public: {extra}"] * bool(extra) + [f"public and not found: {missing}"] * bool(missing)


def _also(row: JSON, merged: list[JSON]) -> list[str]:
    """The titles of merged topics that are read in this one, for its own text."""
    here = [each for each in merged if row["number"] == 1 and each["topic_id"] == row["topic_id"]]
    return [each["title"] for each in here if each["body"].startswith(f"**{each['title']}**")]


def _entry(row: JSON, also: list[str]) -> tuple[str | None, ...]:
    place = (row["neighbourhood_id"], row["section"])
    words = plain_words(row["html"]) if row["state"] == "published" else ""
    if row["number"] == 1:
        words = " · ".join(filter(None, [words, *also]))
        return ("topic", row["topic_id"], None, row["title"], words, *place)
    return ("reply", row["id"], row["topic_id"], "", words, *place)
