"""The rows of rounds, as the rest of priorities reads them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from foundation.database import dialect
from foundation.queries import Query

JSON = dict[str, Any]
MOMENTS = (
    "gather_at", "shape_at", "vote_at", "agree_at", "act_at", "review_at", "ends_at", "closed_at", "created_at",
)  # fmt: skip
TRUTHS = ("opinions", "never_begun")
COLUMNS = """
    id, force_id, neighbourhood_id, title, about, phase, gather_at, shape_at, vote_at, agree_at, act_at, review_at,
    ends_at, method, advice, pick, places, tiers, quorum, opinions, seed_hash, template_id, surgery_id, closed_at,
    cancelled_reason, never_begun, created_by_id, created_at, version
    """
"""All but what nobody is told before the close."""
_SELECT = "SELECT seed,"
_BY_ID = "FROM priority_round WHERE id = ?"
_ROUND = Query(_SELECT, COLUMNS, _BY_ID, moments=MOMENTS, truths=TRUTHS)
_SHARED = Query(_SELECT, COLUMNS, _BY_ID, "FOR SHARE", moments=MOMENTS, truths=TRUTHS)
_LOCKED = Query(_SELECT, COLUMNS, _BY_ID, "FOR UPDATE", moments=MOMENTS, truths=TRUTHS)
_TOUCH = Query("UPDATE priority_round SET version = version + 1 WHERE id = ?")
_GATHERING = Query(
    "SELECT id, title FROM priority_round WHERE neighbourhood_id = ? AND phase = 'gather'",
    "ORDER BY gather_at, id LIMIT 1",
)


async def find_round(round_id: str) -> JSON | None:
    """A round as it is now, its seed too: that is told to nobody before the close."""
    rows = await _ROUND.rows(round_id)
    return rows[0] if rows else None


async def gathering_round(neighbourhood: str) -> JSON | None:
    """`id` and `title` of the round that takes proposals now; of several, the one that began first."""
    rows = await _GATHERING.rows(neighbourhood)
    return rows[0] if rows else None


async def hold_round(round_id: str) -> JSON | None:
    """The same, and whoever moves it to another phase waits until the end of the transaction; others who hold it don’t.

    On SQLite one transaction writes at a time.
    """
    rows = await (_ROUND if dialect() == "sqlite" else _SHARED).rows(round_id)
    return rows[0] if rows else None


async def lock_round(round_id: str) -> JSON | None:
    """The same, for this transaction alone."""
    rows = await (_ROUND if dialect() == "sqlite" else _LOCKED).rows(round_id)
    return rows[0] if rows else None


async def touch_round(round_id: str) -> None:
    """Say that its readers see something else now. Inside the transaction that changed it."""
    await _TOUCH.rows(round_id)


def without_secrets(row: JSON) -> JSON:
    """The row of a round as it may leave this service."""
    return {name: value for name, value in row.items() if name != "seed"}


def tiers_of(row: Mapping[str, Any]) -> list[str]:
    """The tiers that a round names, or a template’s settings."""
    return str(row["tiers"]).split(",")


def opens_at(row: JSON) -> datetime:
    """When voting opens."""
    moment: datetime = row["vote_at"]
    return moment


def closes_at(row: JSON) -> datetime:
    """When voting closes: to the instant, by the server’s clock."""
    moment: datetime = row["agree_at"]
    return moment
