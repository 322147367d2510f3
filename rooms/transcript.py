"""The transcript: what was said and not taken down, made again at each reading."""

from typing import Any

from accounts.people import persons
from foundation.clock import rfc3339
from foundation.errors import NotFound
from foundation.language import _
from neighbourhoods.service import access_neighbourhood
from rooms.message_rows import is_public, messages_where
from rooms.models import Status
from rooms.surgeries.service import access_surgery

JSON = dict[str, Any]
_PUBLISHED = messages_where("WHERE room_id = ? AND state = 'published' ORDER BY posted_seq")


async def access_transcript(surgery_id: str) -> JSON:
    """The transcript as the API gives it; raises NotFound before the close."""
    surgery = await access_surgery(surgery_id)
    if surgery["status"] != Status.CLOSED:
        raise NotFound(_("The transcript is published when the surgery has closed."))
    place = await access_neighbourhood(surgery["neighbourhood"])
    return {
        "surgery": surgery,
        "neighbourhood_name": place.shown_name,
        "entries": await _entries(surgery_id),
    }


async def _entries(surgery_id: str) -> list[JSON]:
    messages = {row["id"]: row for row in await _PUBLISHED.rows(surgery_id)}
    people = await persons({row["author_id"] for row in messages.values()})
    # An answer whose question was taken down is not among the published with it, so `is_public` would not see it.
    shown = [row for row in messages.values() if _has_its_question(row, messages) and is_public(row, messages)]
    return [_entry(row, people) for row in shown]


def _has_its_question(row: JSON, messages: dict[str, JSON]) -> bool:
    return row["kind"] != "answer" or row["reply_to"] in messages


def _entry(row: JSON, people: dict[str, JSON]) -> JSON:
    return {
        "seq": row["posted_seq"],
        "at": rfc3339(row["created_at"]),
        "kind": row["kind"],
        "author": people[row["author_id"]],
        "body": row["body"],
        "html": row["html"],
        "edited": row["edited_at"] is not None,
        "by_staff": row["staff_edited_at"] is not None,
        "reply_to": row["reply_to"],
        "id": row["id"],
        "relayed": row["relayed"],
    }
