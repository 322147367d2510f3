"""What entries of the log say of questions: read anew each time, with no words of one that was taken down."""

from collections.abc import Collection
from typing import Any

from foundation.queries import Query
from rooms.promises.shown import promises_shown

JSON = dict[str, Any]
EXCERPT = 90
QUESTION_KINDS = (
    "question_picked",
    "question_marked",
    "question_closed",
    "question_reopened",
    "question_merged",
    "question_unmerged",
    "question_promised",
)
"""The entries of the log whose subject is a question."""
_QUESTIONS = Query(
    """
    SELECT message.id, message.state, message.body, question.state AS stands, question.reason, question.promise_id
    FROM room_message message LEFT JOIN question ON question.id = message.id WHERE message.id IN ?
    """
)


async def told_of_questions(ids: Collection[str]) -> dict[str, JSON]:
    """`{id, excerpt, reason, promise}` of each: null is what it has not, or what may not be shown."""
    rows = await _QUESTIONS.rows(list(ids))
    promises = await promises_shown([row["promise_id"] for row in rows if row["promise_id"]])
    return {row["id"]: _told(row, promises) for row in rows}


async def told_of_promises(ids: Collection[str]) -> dict[str, JSON]:
    """`{id, promise}` of each: `id` is the question that it is about."""
    return {id_: {"id": shown["question"], "promise": shown} for id_, shown in (await promises_shown(ids)).items()}


def excerpt_of(body: str) -> str:
    """The beginning of what was asked, on one line."""
    words = " ".join(body.split())
    return words if len(words) <= EXCERPT else words[:EXCERPT].rstrip() + "…"


def _told(row: JSON, promises: dict[str, JSON]) -> JSON:
    shown = row["state"] == "published"
    return {
        "id": row["id"],
        "excerpt": excerpt_of(row["body"]) if shown else None,
        "reason": row["reason"] if shown else None,
        "promise": promises.get(row["promise_id"] or "") if shown else None,
    }
