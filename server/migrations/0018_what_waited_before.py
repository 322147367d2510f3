"""What was held or flagged before there was a review queue waits in it, and decisions of before say where they fell.

Nobody was promised when these would be looked at: they are due as if they had come in now.
"""

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.clock import now
from foundation.ids import new_id
from foundation.queries import Query

Row = dict[str, Any]
_RANK = {"danger": 1, "child": 2, "about_me": 6, "personal_data": 8, "abuse": 9, "other": 14}
"""Reasons of flags are kinds of items; each kind is a hundred priorities, and its last is the least urgent."""
_SOON = {"danger", "child", "about_me", "personal_data"}

_PLACES = Query(
    """
    UPDATE decision SET force_id = room.force_id, neighbourhood_id = room.neighbourhood_id, place_type = 'room',
        place_id = room.id
    FROM room_message message JOIN room ON room.id = message.room_id
    WHERE decision.target_type = 'message' AND message.id = decision.target_id AND decision.force_id IS NULL
    """
)
_HELD = Query(
    """
    SELECT message.id, message.author_id, message.revision, room.id AS room_id, room.force_id, room.neighbourhood_id,
        room.status
    FROM room_message message JOIN room ON room.id = message.room_id
    WHERE (message.state = 'held' OR (message.state = 'published' AND message.pending_body IS NOT NULL))
        AND room.kind <> 'booth'
    ORDER BY message.id
    """
)
_FLAGGED = Query(
    """
    SELECT message.id, message.author_id, message.revision, room.id AS room_id, room.force_id, room.neighbourhood_id,
        room.status, flag.reason
    FROM flag JOIN room_message message ON message.id = flag.target_id JOIN room ON room.id = message.room_id
    WHERE flag.target_type = 'message' AND flag.item_id IS NULL AND message.state IN ('held', 'published')
        AND room.kind <> 'booth' AND NOT EXISTS (
            SELECT 1 FROM decision
            WHERE decision.target_type = 'message' AND decision.target_id = message.id AND decision.at >= flag.at
        )
    ORDER BY flag.at, flag.id
    """
)
_OPEN = Query(
    """
    INSERT INTO review_item (
        id, open_key, target_type, target_id, revision, force_id, neighbourhood_id, place_type, place_id, author_id,
        state, cause, kind, kinds, live, reach, flags, weight, priority, due_at, opened_at, changed_at, version
    ) VALUES (?, ?, 'message', ?, ?, ?, ?, 'room', ?, ?, 'open', ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT (open_key) DO NOTHING
    """
)
_WENT_INTO = Query(
    """
    UPDATE flag SET item_id = (SELECT id FROM review_item WHERE open_key = ?)
    WHERE target_type = 'message' AND target_id = ? AND item_id IS NULL
    """
)


async def _queue(_apps: object, _editor: object) -> None:
    await _PLACES.rows()
    held, flagged = await _HELD.rows(), await _FLAGGED.rows()
    reasons: dict[str, list[str]] = {}
    for row in flagged:
        reasons.setdefault(row["id"], []).append(row["reason"])
    waits = {row["id"]: (row, "flagged") for row in flagged} | {row["id"]: (row, "held") for row in held}
    for id_, (row, cause) in waits.items():
        await _open(row, cause, reasons.get(id_, []))


async def _open(row: Row, cause: str, reasons: list[str]) -> None:
    kinds = _kinds(reasons)
    kind, live, at, key = kinds[0], row["status"] == "open", now(), f"message:{row['id']}"
    urgency = _RANK[kind] * 100 + 99 - min(50, 10 * len(reasons)) - (20 if live else 0)
    due = at + (timedelta(minutes=15) if kind in _SOON else timedelta(hours=24))
    place = (row["force_id"], row["neighbourhood_id"], row["room_id"])
    weight = 100 * len(reasons)
    await _OPEN.rows(
        new_id(), key, row["id"], row["revision"], *place, row["author_id"], cause, kind, json.dumps(kinds), live,
        len(reasons), weight, urgency, due, at, at,
    )  # fmt: skip
    if reasons:
        await _WENT_INTO.rows(key, row["id"])


def _kinds(reasons: Iterable[str]) -> list[str]:
    """What it is about, the most urgent first."""
    known = {reason if reason in _RANK else "other" for reason in reasons} or {"other"}
    return sorted(known, key=_RANK.__getitem__)


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0017_asked_by_these_columns")]

    initial = False

    operations = [ops.RunPython(_queue)]
