"""A database as it stood before there was a review queue: its rows beside those of the first version.

In the open room of the first version stand words that are held, an edit that is held, words that two people flagged,
and a flag on what was hidden after it.
"""

from typing import Any

from foundation.settings import Settings
from tests.running.first_version import FirstVersion, Tables, fill_as_first_version, fill_at, first_version

HELD, PENDING, FLAGGED = "d208000000000001", "d208000000000002", "d208000000000003"
Row = dict[str, Any]


async def fill_before_moderation(settings: Settings) -> None:
    """Fill an empty database up to the last migration before those of moderation."""
    await fill_as_first_version(settings)
    await fill_at(settings, "0011_who_is_in_a_booth", _tables(first_version()))


def _tables(old: FirstVersion) -> Tables:
    amir, ada, rosa = (old.people[name] for name in ("amir", "ada", "rosa"))
    waits = {"state": "held", "posted_seq": None, "text_seq": None, "held_reason": "names"}
    edited = {"pending_body": "Other words", "pending_html": "<p>Other words</p>\n", "held_reason": "names"}
    return {
        "room_message": [
            _said(old, HELD, amir, "Words that nobody has read", **waits),
            _said(old, PENDING, amir, "As they stood", **edited),
            _said(old, FLAGGED, amir, "The boy at number 9"),
        ],
        "flag": [
            _flag("d208000000000004", FLAGGED, rosa, "other", ""),
            _flag("d208000000000005", FLAGGED, ada, "child", "Names his school"),
            _flag("d208000000000006", old.hidden, amir, "abuse", "") | {"at": "2026-11-22 06:26:00+00:00"},
        ],
    }


def _said(old: FirstVersion, id_: str, author: str, body: str, **more: Any) -> Row:
    row = old.tables["room_message"][0]
    return row | {"id": id_, "client_id": id_, "author_id": author, "body": body, "html": f"<p>{body}</p>\n"} | more


def _flag(id_: str, target: str, person: str, reason: str, note: str) -> Row:
    same = {"target_type": "message", "revision": 1, "at": "2026-11-22 06:28:00+00:00"}
    return same | {"id": id_, "target_id": target, "person_id": person, "reason": reason, "note": note}
