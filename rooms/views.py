"""A room as its page shows it: the last words of the log, the questions, and what this viewer may do.

Made from rows, not by replaying the log, and with the same rule about what may be shown.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from accounts.people import persons
from foundation import clock
from foundation.text import stored_html
from rooms.message_rows import is_public, messages_by_id, messages_where
from rooms.messages.changes import CHANGEABLE_FOR
from rooms.messages.relayed import speaker_of
from rooms.models import LogEntry, MessageState
from rooms.notice_entries import notices_of
from rooms.standing import Standing

JSON = dict[str, Any]
PAGE = 200
"""Messages on a page at most."""
_EXCERPT = 90
_END = 2**31 - 1
"""Beyond every entry of a log."""
_BEFORE = messages_where("WHERE room_id = ? AND posted_seq < ? ORDER BY posted_seq DESC LIMIT ?")
_ASKED = messages_where(
    "WHERE room_id = ? AND posted_seq IS NOT NULL AND kind IN ('question', 'answer') ORDER BY posted_seq"
)
_SOME_ASKED = messages_where(
    "WHERE room_id = ? AND posted_seq IS NOT NULL AND (id IN ? OR kind = 'answer' AND reply_to IN ?) "
    "ORDER BY posted_seq"
)
_GONE = (MessageState.HIDDEN, MessageState.WITHDRAWN)


@dataclass(frozen=True)
class RoomView:
    """`entries`: messages and notices in the order of the log; `questions`: those wanted; `more`: earlier exist."""

    entries: list[JSON]
    questions: list[JSON]
    more: bool


async def room_view(standing: Standing, before: int | None = None, questions: frozenset[str] | None = None) -> RoomView:
    """The last messages, or those before an entry of the log; and these questions, or all of them."""
    rows = await _BEFORE.rows(standing.room_id, before or _END, PAGE + 1)
    shown = list(reversed(rows[:PAGE]))
    asked = await _asked(standing.room_id, questions)
    quoted = await _quoted(shown, asked)
    known = {row["id"]: row for row in [*quoted, *asked, *shown]}
    draw = _Drawing(standing, known, await persons({row["author_id"] for row in known.values()}))
    messages = [draw.message(row) for row in shown if row["kind"] != "answer"]
    notices = await _notices(standing.room_id, shown, more=len(rows) > PAGE, before=before)
    return RoomView(
        entries=sorted([*messages, *notices], key=lambda entry: int(entry["seq"])),
        questions=[draw.message(row) for row in asked if row["kind"] == "question"],
        more=len(rows) > PAGE,
    )


class _Drawing:
    """Turns rows into what the templates draw; words only where they may be shown."""

    def __init__(self, standing: Standing, known: dict[str, JSON], people: dict[str, JSON]) -> None:
        self._standing = standing
        self._known = known
        self._people = people
        self._answers: defaultdict[str, list[JSON]] = defaultdict(list)
        answers = [row for row in known.values() if row["kind"] == "answer"]
        for answer in sorted(answers, key=lambda row: int(row["posted_seq"])):
            self._answers[answer["reply_to"]].append(answer)
        self._now = clock.now()

    def message(self, row: JSON) -> JSON:
        answers = [self._words(answer) for answer in self._answers.get(row["id"], ())]
        return self._words(row) | {"answers": [answer | {"by": answer["author"]} for answer in answers]}

    def _words(self, row: JSON) -> JSON:
        shown = is_public(row, self._known)
        mine = row["author_id"] == self._standing.viewer.id
        changeable = mine and shown and self._now - row["created_at"] <= CHANGEABLE_FOR
        return {
            "id": row["id"],
            "seq": row["posted_seq"],
            "kind": row["kind"],
            "author": self._people[row["author_id"]],
            "relayed": speaker_of(row["relayed"]),
            "body": row["body"] if shown else None,
            "html": stored_html(row["html"]) if shown else None,
            "reply_to": self._quote(row["reply_to"]),
            "state": row["state"] if shown or row["state"] in _GONE else MessageState.HIDDEN,
            "edited": row["edited_at"] is not None,
            "by_staff": row["staff_edited_at"] is not None,
            "at": row["created_at"],
            "mine": mine,
            "can_edit": changeable and not row["staff_edited_at"],
            "can_take_back": changeable,
        }

    def _quote(self, message_id: str | None) -> JSON | None:
        row = self._known.get(message_id or "")
        if row is None:
            return None
        excerpt = row["body"][:_EXCERPT] if is_public(row, self._known) else ""
        name = speaker_of(row["relayed"]) or self._people[row["author_id"]]["name"]
        return {"id": row["id"], "author_name": name, "excerpt": excerpt}


async def _asked(room_id: str, questions: frozenset[str] | None) -> list[JSON]:
    """Questions with their answers, in the order of the log."""
    if questions is None:
        return await _ASKED.rows(room_id)
    ids = list(questions)
    return await _SOME_ASKED.rows(room_id, ids, ids)


async def _quoted(shown: list[JSON], asked: list[JSON]) -> list[JSON]:
    known = {row["id"] for row in [*shown, *asked]}
    wanted = {row["reply_to"] for row in shown if row["reply_to"]} - known
    return list((await messages_by_id(wanted)).values())


async def _notices(room_id: str, shown: list[JSON], *, more: bool, before: int | None) -> list[JSON]:
    """The log's lines without anybody's words that stand among the shown messages."""
    lines = LogEntry.filter(room_id=room_id, message_id=None)
    if more and shown:
        lines = lines.filter(seq__gt=shown[0]["posted_seq"])
    if before:
        lines = lines.filter(seq__lt=before)
    return await notices_of(lines, PAGE)
