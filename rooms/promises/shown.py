"""A promise as everybody may see it. What is said in it of a question that was taken down goes with the question."""

from collections.abc import Collection, Mapping
from typing import Any

from foundation.clock import rfc3339
from foundation.queries import Query

JSON = dict[str, Any]
_PROMISES = """
    SELECT promise.id, promise.room_id, promise.question_id, promise.text, promise.html, promise.owner,
           promise.owner_id, promise.due_on, promise.state, promise.outcome, promise.outcome_html, promise.made_at,
           promise.settled_at, promise.neighbourhood_id, asked.state AS asked_state, asked.body AS asked
    FROM promise LEFT JOIN room_message asked ON asked.id = promise.question_id
    """


def promises_where(condition: str) -> Query:
    """A query of promises with what they are about; `condition` is SQL that is written in the code."""
    return Query(_PROMISES + condition, moments=("made_at", "settled_at"))


_BY_ID = promises_where("WHERE promise.id IN ?")


async def promises_shown(ids: Collection[str]) -> dict[str, JSON]:
    """Promises by their ids, as the log and the API have them."""
    rows = await _BY_ID.rows(list(ids)) if ids else []
    return {row["id"]: promise_shown(row) for row in rows}


def promise_shown(row: Mapping[str, Any]) -> JSON:
    """`{id, question, text, html, owner, due_on, state, outcome, outcome_html, made_at, settled_at, surgery}`."""
    shown = is_shown(row)
    words = ("text", "html", "owner", "outcome", "outcome_html")
    return {
        "id": row["id"],
        "surgery": row["room_id"],
        "question": row["question_id"],
        **{name: row[name] if shown else None for name in words},
        "due_on": row["due_on"],
        "state": row["state"],
        "made_at": rfc3339(row["made_at"]),
        "settled_at": rfc3339(row["settled_at"]) if row["settled_at"] else None,
    }


def is_shown(row: Mapping[str, Any]) -> bool:
    """Whether its words may be shown: it is about no question, or about one that everybody may read."""
    return row["question_id"] is None or row["asked_state"] == "published"
