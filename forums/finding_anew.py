"""What is found of forums, mended: where a record changed, and all of it by the command line."""

from typing import Any

from accounts.people import persons
from forums.answers.marks import is_official
from forums.finding import topic_changed
from foundation.queries import Query
from foundation.search.entries import remove_under

JSON = dict[str, Any]
_TOPICS_TOGETHER = 20
# Official ones too: whether they are found as that hangs on the record of who wrote them.
_ANSWERS = Query(
    """
    SELECT reply.id, reply.number, reply.topic_id, reply.author_id, reply.official, entry.answered
    FROM forum_reply reply
    JOIN search_entry entry ON entry.id = 'reply:' || reply.id
    WHERE reply.author_id = ? AND reply.official
    """,
    truths=("official", "answered"),
)
_NEXT = Query("SELECT id FROM forum_topic WHERE id > ? ORDER BY id LIMIT ?")
_LOCK = Query("UPDATE forum_topic SET version = version WHERE id = ?")
_GONE = Query(
    """
    DELETE FROM search_entry
    WHERE (kind = 'topic' AND target_id NOT IN (SELECT id FROM forum_topic WHERE state = 'published'))
        OR (kind = 'reply' AND target_id NOT IN (SELECT id FROM forum_reply WHERE state = 'published'))
    """
)


async def topics_found_wrong(person: str) -> list[str]:
    """Topics in which answers of theirs are found as official and are not any more, or the other way round.

    Their record is another by now: `topic_changed` mends each.
    """
    rows, people = await _ANSWERS.rows(person), await persons([person])
    return sorted({row["topic_id"] for row in rows if is_official(row, people.get(person)) != row["answered"]})


async def found_again(after: str) -> tuple[int, str]:
    """Put the next topics after this id, with all that was said in them, into the index anew, each under its lock.

    Gives how many, and the id of the last; inside a transaction. What was found of others is not touched.
    """
    rows = await _NEXT.rows(after, _TOPICS_TOGETHER)
    for row in rows:
        await _LOCK.rows(row["id"])
        await remove_under(row["id"])
        await topic_changed(row["id"])
    return len(rows), rows[-1]["id"] if rows else after


async def forget_what_is_gone() -> None:
    """Take out what stands in the index and is shown in no forum; inside a transaction."""
    await _GONE.rows()
