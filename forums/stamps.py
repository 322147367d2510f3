"""What an open page compares to know whether it still shows a thing as it is: short, and different when it changed."""

from typing import Any
from zlib import crc32

JSON = dict[str, Any]
_HEAD = ("state", "forum_id", "section_id", "title", "pinned_at", "archived_at", "locked_at", "locked_reason",
         "solved_at", "solving_reply_id", "answered_at", "official_reply_id", "mode", "slow_seconds", "slowed_at",
         "place_name", "question_id", "asked_at_id", "proposal_id")  # fmt: skip


def stamp_of_reply(row: JSON) -> str:
    """Of a reply's row: of its words, its place, its state and its marks, not of who its author is."""
    seen = (
        ("o" if row["official"] else "")
        + ("k" if row["promise_kept_at"] else "")
        + ("s" if row["staff_edited_at"] else "")
    )
    return f"{row['version']}{row['state'][:2]}{row['number']}{seen}{row['promised_for'] or ''}p{row['pictures']}"


def stamp_of_head(topic: JSON) -> str:
    """Of what stands around the replies: of a topic's row."""
    return f"{crc32(repr([str(topic[column]) for column in _HEAD]).encode()):x}"
