"""The rows of proposals, as the rest of priorities reads them."""

import json
from collections.abc import Collection
from typing import Any

from foundation.queries import Query
from priorities.round_rows import lock_round

JSON = dict[str, Any]
_MOMENTS = ("created_at", "edited_at")
_SELECT = """
    SELECT id, round_id, force_id, neighbourhood_id, author_id, client_id, state, version, title, what, html, times,
           affected, speaks_for, place_name, place_latitude, place_longitude, area, pending, held_reason, supporters,
           pictures, topic_id, merged_into_id, refused_reason, refused_by_id, carried_from_id, created_at, edited_at
    FROM priority_proposal
    """
_ONE = Query(_SELECT, "WHERE id = ?", moments=_MOMENTS)
_THESE = Query(_SELECT, "WHERE id IN ?", moments=_MOMENTS)
_OF_ROUND = Query(_SELECT, "WHERE round_id = ? ORDER BY id", moments=_MOMENTS)
_SENT = Query(_SELECT, "WHERE author_id = ? AND client_id = ?", moments=_MOMENTS)
_ROUND_OF = Query("SELECT round_id FROM priority_proposal WHERE id = ?")


async def find_proposal(proposal_id: str) -> JSON | None:
    """A proposal as it is now, in any state."""
    rows = await _ONE.rows(proposal_id)
    return _read(rows[0]) if rows else None


async def proposals_by(ids: Collection[str]) -> list[JSON]:
    """These, in any state."""
    return [_read(row) for row in await _THESE.rows(list(ids))] if ids else []


async def proposals_of(round_id: str) -> list[JSON]:
    """All of a round, in any state, in the order in which they were sent."""
    return [_read(row) for row in await _OF_ROUND.rows(round_id)]


async def find_by_client_id(author_id: str, client_id: str) -> JSON | None:
    """What somebody sent under this id of their client's."""
    rows = await _SENT.rows(author_id, client_id)
    return _read(rows[0]) if rows else None


async def lock_proposal(proposal_id: str) -> tuple[JSON, JSON] | None:
    """Its round and itself, for this transaction alone: whoever writes to a proposal locks its round's row first.

    None where there is none of this id.
    """
    found = await _ROUND_OF.rows(proposal_id)
    row = await lock_round(found[0]["round_id"]) if found else None
    proposal = await find_proposal(proposal_id) if row else None
    return (row, proposal) if row and proposal else None


def _read(row: JSON) -> JSON:
    """PostgreSQL and SQLite both give a column of JSON as text to a query of one's own."""
    if isinstance(row["pending"], str):
        row["pending"] = json.loads(row["pending"])
    return row
