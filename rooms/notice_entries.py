"""Entries of the log without anybody's words, with the sentence that people read of each now."""

from collections.abc import Sequence
from typing import Any

from tortoise.queryset import QuerySet

from rooms.models import LogEntry
from rooms.notice_lines import notice_sentence
from rooms.telling import told_by_subject

JSON = dict[str, Any]
IN_TRANSCRIPT = ("poll_closed", "moment_marked")
"""What of them belongs to what was said: results and marks, not who may write."""


async def notices_of(lines: QuerySet[LogEntry], most: int) -> list[JSON]:
    """The newest of these entries, `{seq, kind, at, subject_id, data, sentence}`, without those that say nothing."""
    found = await lines.order_by("-seq").limit(most).values("seq", "kind", "at", "subject_id", "data")
    told = await told_by_subject((row["kind"], row["subject_id"]) for row in found)
    rows = [row | {"data": row["data"] | told.get(row["subject_id"], {})} for row in found]
    return [row | {"sentence": sentence} for row in rows if (sentence := notice_sentence(row["kind"], row["data"]))]


async def notices_for_transcript(room_id: str) -> Sequence[JSON]:
    """Results of polls and key moments, in the order of the log."""
    lines = LogEntry.filter(room_id=room_id, kind__in=IN_TRANSCRIPT)
    return list(reversed(await notices_of(lines, 500)))
