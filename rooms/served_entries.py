"""The entries of a room's log, as they may be served now: without what was taken down.

Every reader, live or late, page or transcript, gets them from here, so that hidden words have one way out: none.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from accounts.people import persons
from foundation import clock
from rooms.log import Row
from rooms.message_rows import is_public, messages_by_id
from rooms.models import LogEntry
from rooms.telling import told_by_subject

JSON = dict[str, Any]
LONGEST_PAGE = 500
_ROW = ("seq", "kind", "at", "message_id", "answer_id", "subject_id", "data")


async def read(room_id: str, after: int, limit: int) -> list[JSON]:
    """The entries that follow `after`, at most `limit`, as they may be served now."""
    entries = LogEntry.filter(room_id=room_id, seq__gt=max(after, 0)).order_by("seq")
    rows = [Row(**values) for values in await entries.limit(max(1, min(limit, LONGEST_PAGE))).values(*_ROW)]
    return await served(rows)


async def served(rows: Sequence[Row]) -> list[JSON]:
    """Entries as the contract has them, with authors and words as the record allows them now."""
    messages = await messages_by_id(_mentioned(rows))
    people = await persons({message["author_id"] for message in messages.values()})
    told = await told_by_subject((row.kind, row.subject_id) for row in rows)
    return [_entry(row, messages, people, told.get(row.subject_id or "", {})) for row in rows]


def _mentioned(rows: Iterable[Row]) -> set[str]:
    return {id_ for row in rows for id_ in (row.message_id, row.answer_id) if id_ is not None}


def _entry(row: Row, messages: dict[str, JSON], people: dict[str, JSON], told: JSON) -> JSON:
    data = row.data | told
    if row.message_id is not None:
        data |= _about(row, messages[row.message_id], messages, people)
    return {"seq": row.seq, "kind": row.kind, "at": clock.rfc3339(row.at), "data": data}


def _about(row: Row, message: JSON, messages: dict[str, JSON], people: dict[str, JSON]) -> JSON:
    """What an entry says of its message; words only where this entry is the one that carries them."""
    shown = is_public(message, messages) and message["text_seq"] == row.seq
    data: JSON = {"id": message["id"]}
    if row.kind in {"message_posted", "message_edited", "message_restored"}:
        data |= {"body": message["body"] if shown else None, "html": message["html"] if shown else None}
    if row.kind == "message_posted":
        data |= {
            "client_id": message["client_id"],
            "author": people[message["author_id"]],
            "kind": message["kind"],
            "reply_to": message["reply_to"],
        }
        if message["relayed"]:
            data["relayed"] = message["relayed"]
    if row.answer_id is not None:
        data |= _answer(row, messages[row.answer_id], messages, people)
    return data


def _answer(row: Row, answer: JSON, messages: dict[str, JSON], people: dict[str, JSON]) -> JSON:
    shown = is_public(answer, messages) and answer["text_seq"] == row.seq
    return {
        "by": people[answer["author_id"]],
        "answer": answer["body"] if shown else None,
        "answer_html": answer["html"] if shown else None,
        "answer_id": answer["id"],
    }
