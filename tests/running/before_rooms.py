"""A database as it stood before rooms had more than words: its rows beside those of the first version.

Beside the open room of the first version: a closed one with a question that was answered, one that waits and one that
was held; one that is yet to come; somebody silenced; and a letter that has not left.
"""

from typing import Any

from foundation.settings import Settings
from tests.running.first_version import FirstVersion, Tables, fill_as_first_version, fill_at, first_version

CLOSED, COMING = "d207000000000001", "d207000000000002"
ANSWERED, WAITING, HELD, ANSWER = (f"d2070000000000q{n}" for n in range(1, 5))
DAY = "2026-11-21"
NEXT_DAY = "2026-11-23"
Row = dict[str, Any]


async def fill_before_rooms(settings: Settings) -> None:
    """Fill an empty database up to the last migration before those of rooms."""
    await fill_as_first_version(settings)
    await fill_at(settings, "0005_names_stand_apart", _tables(first_version()))


def _tables(old: FirstVersion) -> Tables:
    rosa, amir, [host] = old.people["rosa"], old.people["amir"], old.tables["room_host"]
    ada = host["person_id"]
    return {
        "room": [
            _like(old, "room", id=CLOSED, status="closed", mode="open", mode_seconds=None, last_seq=5,
                  opened_at=_at(18, 0), closed_at=_at(18, 30)),
            _like(old, "room", id=COMING, status="scheduled", mode="open", mode_seconds=None, last_seq=0,
                  opened_at=None),
        ],
        "room_host": [host | {"id": f"d20700000000000{n}", "room_id": room} for n, room in ((3, CLOSED), (4, COMING))],
        "surgery": [_surgery(old, CLOSED, "Parking at the school", DAY), _surgery(old, COMING, "Bins", NEXT_DAY)],
        "room_message": [
            _said(old, ANSWERED, rosa, "question", "Who parks there?", 2),
            _said(old, WAITING, amir, "question", "Who paints the lines?", 3),
            _said(old, HELD, amir, "question", "Is it number 12?", None) | {"state": "held", "held_reason": "names"},
            _said(old, ANSWER, ada, "answer", "Parents, at nine.", 4) | {"reply_to": ANSWERED},
        ],
        "room_log_entry": [
            _entry(1, "surgery_opened"), _entry(2, "message_posted", ANSWERED), _entry(3, "message_posted", WAITING),
            _entry(4, "question_answered", ANSWERED) | {"answer_id": ANSWER}, _entry(5, "surgery_closed"),
        ],
        "room_restriction": [{
            "id": "d207000000000005", "room_id": old.surgery, "person_id": amir, "kind": "silence", "until": None,
            "reason": "shouting", "by": ada, "created_at": _at(18, 5), "ended_at": None,
        }],
        "outbox_mail": [{
            "id": "d207000000000006", "key": "old letter", "recipient": "rosa@example.org", "subject": "Hello",
            "text": "A letter of before.", "created_at": _at(18, 0), "due_at": _at(18, 0), "leased_until": None,
            "tries": 0, "sent_at": None, "given_up_at": None,
        }],
    }  # fmt: skip


def _at(hour: int, minute: int, day: str = DAY) -> str:
    return f"{day} {hour:02}:{minute:02}:00+00:00"


def _like(old: FirstVersion, table: str, **changes: Any) -> Row:
    return old.tables[table][0] | changes


def _surgery(old: FirstVersion, id_: str, title: str, day: str) -> Row:
    times = {"starts_at": _at(18, 0, day), "ends_at": _at(19, 0, day)}
    local = {"local_start": f"{day}T18:00", "local_end": f"{day}T19:00"}
    return _like(old, "surgery", id=id_, room_id=id_, title=title, **times, **local)


def _said(old: FirstVersion, id_: str, author: str, kind: str, body: str, seq: int | None) -> Row:
    words = {"author_id": author, "client_id": id_, "kind": kind, "body": body, "html": f"<p>{body}</p>\n"}
    return _like(
        old, "room_message", id=id_, room_id=CLOSED, posted_seq=seq, text_seq=seq, created_at=_at(18, 1), **words
    )


def _entry(seq: int, kind: str, message: str | None = None) -> Row:
    same = {"id": f"d2070000000000e{seq}", "room_id": CLOSED, "at": _at(18, seq), "answer_id": None, "data": "{}"}
    return same | {"seq": seq, "kind": kind, "message_id": message}
