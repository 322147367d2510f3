"""What can be found of forums, kept in step with what is shown: called in the transaction that changes either.

Whoever calls has locked the topic's row: else what another takes down at this moment could be put back.
"""

from collections.abc import Sequence
from typing import Any

from accounts.people import persons
from forums import finding_store as store
from forums.answers.marks import is_official
from forums.merged_titles_found import merged_titles
from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC
from forums.places.models import ForumKind
from foundation.search.entries import EVERYBODY, STAFF, Entry, put, remove, remove_under, set_answered
from foundation.text import plain_words

JSON = dict[str, Any]
_TOGETHER = 500
"""Replies that are read at once."""


async def replies_changed(reply_ids: Sequence[str]) -> None:
    """Let these replies, from number 2, be found as they are now, or not: after each was shown, changed or taken down.

    An official answer says so of its topic too.
    """
    rows = await store.replies_of(reply_ids)
    shown = [row for row in rows if _is_shown(row) and row["number"] > 1]
    kept = {row["id"] for row in shown}
    people = await persons({row["author_id"] for row in shown if row["official"]})
    await put([_reply(row, answers=is_official(row, people.get(row["author_id"]))) for row in shown])
    await remove(REPLY, [id_ for id_ in reply_ids if id_ not in kept])
    for topic, answered in {row["topic_id"]: bool(row["official_reply_id"]) for row in rows if row["official"]}.items():
        await set_answered(TOPIC, topic, answered)
    for topic in sorted({row["topic_id"] for row in rows if row["was_topic"]}):
        await topic_itself_changed(topic)


async def topic_changed(topic_id: str) -> None:
    """Let a topic and all that was said in it be found as they are now, or not.

    After it was shown, taken down, moved, merged or split: each of its replies is looked for.
    """
    topic = await topic_itself_changed(topic_id)
    if topic is None:
        await remove_under(topic_id)
    else:
        await _follow(topic)


async def topic_itself_changed(topic_id: str) -> JSON | None:
    """Let a topic be found by its own words as they are now, or not; gives its row where it is shown.

    After its title, its own words, or whether it is answered changed: its replies are found as they were.
    """
    first = await store.first_of(topic_id)
    if first is None or first["topic_state"] != PostState.PUBLISHED:
        await remove(TOPIC, [topic_id])
        return None
    await put([_topic(first, await merged_titles(topic_id))])
    return first


async def _follow(topic: JSON) -> None:
    """Its replies: those that are shown, in the place where it is. Mostly they are found so already."""
    topic_id = topic["topic_id"]
    await store.remove_stale(topic_id)
    await store.set_place(topic_id, _place(topic))
    missing = await store.missing_in(topic_id)
    for first in range(0, len(missing), _TOGETHER):
        await replies_changed(missing[first : first + _TOGETHER])


def _is_shown(row: JSON) -> bool:
    return row["topic_state"] == row["state"] == PostState.PUBLISHED and row["number"] is not None


def _topic(row: JSON, merged: Sequence[str]) -> Entry:
    # Its author may have taken back the words alone.
    words = plain_words(row["html"]) if row["state"] == PostState.PUBLISHED else ""
    return Entry(
        kind=TOPIC,
        id=row["topic_id"],
        path=f"/topics/{row['topic_id']}",
        at=row["topic_created_at"],
        title=row["title"],
        words=" · ".join(filter(None, (words, *merged))),
        answered=row["official_reply_id"] is not None,
        **_place(row),
    )


def _reply(row: JSON, *, answers: bool) -> Entry:
    return Entry(
        kind=REPLY,
        id=row["id"],
        parent_id=row["topic_id"],
        path=f"/topics/{row['topic_id']}/replies/{row['id']}",
        at=row["created_at"],
        words=plain_words(row["html"]),
        answered=answers,
        **_place(row),
    )


def _place(row: JSON) -> JSON:
    return {
        "force_id": row["force_id"],
        "neighbourhood_id": row["neighbourhood_id"],
        "section": row["section"],
        "audience": STAFF if row["forum_kind"] == ForumKind.STAFF else EVERYBODY,
    }
