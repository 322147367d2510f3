"""Reading what the month's report is made of."""

from datetime import datetime
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_DECISIONS = """
    SELECT decision.kind, decision.action, decision.clause, decision.actor_id, decision.actor_role, decision.at,
           decision.opened_at, review_item.due_at,
           EXISTS (SELECT 1 FROM decision later WHERE later.supersedes_id = decision.id AND later.action = 'undo')
               AS undone,
           EXISTS (SELECT 1 FROM decision later WHERE later.supersedes_id = decision.id AND later.action = 'overturn')
               AS overturned
    FROM decision LEFT JOIN review_item ON review_item.id = decision.item_id
    WHERE {force} decision.at >= ? AND decision.at < ? AND decision.action <> 'undo' AND decision.target_type <> 'drill'
"""
_FLAGS = """
    SELECT flag.reason AS name, COUNT(*) AS number FROM flag LEFT JOIN review_item ON review_item.id = flag.item_id
    WHERE {force} flag.at >= ? AND flag.at < ? GROUP BY flag.reason
"""
_HELD = """
    SELECT COUNT(*) AS number FROM review_item
    WHERE {force} opened_at >= ? AND opened_at < ? AND cause = 'held' AND target_type <> 'drill'
"""
_APPEALS = """
    SELECT state AS name, COUNT(*) AS number FROM appeal WHERE {force} at >= ? AND at < ? GROUP BY state
"""
_DRILLS = """
    SELECT force_id, week, posted_at, seen_at FROM drill WHERE {force} posted_at >= ? AND posted_at < ?
    ORDER BY posted_at, force_id
"""
_NUMBER = """
    SELECT COUNT(*) AS number FROM decision
    WHERE {force} at >= ? AND at < ? AND action <> 'undo' AND target_type <> 'drill'
"""


class _Asked:
    """A query for one force, and the same for all of them."""

    def __init__(self, sql: str, column: str, *, moments: tuple[str, ...] = (), truths: tuple[str, ...] = ()) -> None:
        self._of_one = Query(sql.format(force=f"{column} = ? AND"), moments=moments, truths=truths)
        self._of_all = Query(sql.format(force=""), moments=moments, truths=truths)

    async def rows(self, force: str | None, since: datetime, until: datetime) -> list[JSON]:
        if force is None:
            return await self._of_all.rows(since, until)
        return await self._of_one.rows(force, since, until)


_decisions = _Asked(_DECISIONS, "decision.force_id", moments=("at", "opened_at", "due_at"),
                    truths=("undone", "overturned"))  # fmt: skip
_flags = _Asked(_FLAGS, "review_item.force_id")
_held = _Asked(_HELD, "force_id")
_appeals = _Asked(_APPEALS, "force_id")
_drills = _Asked(_DRILLS, "force_id", moments=("posted_at", "seen_at"))
_number = _Asked(_NUMBER, "force_id")


async def decisions(force: str | None, since: datetime, until: datetime) -> list[JSON]:
    """The decisions of a force (None: of all) from `since` until before `until`, but for undoing itself."""
    return await _decisions.rows(force, since, until)


async def flags(force: str | None, since: datetime, until: datetime) -> dict[str, int]:
    """How many flags were made, by their reason."""
    return {row["name"]: row["number"] for row in await _flags.rows(force, since, until)}


async def held(force: str | None, since: datetime, until: datetime) -> int:
    """How many things began to wait because a rule held them."""
    return int((await _held.rows(force, since, until))[0]["number"])


async def appeals(force: str | None, since: datetime, until: datetime) -> dict[str, int]:
    """How many of the appeals made then are `open`, `upheld` (the decision stands) and `overturned`."""
    return {row["name"]: row["number"] for row in await _appeals.rows(force, since, until)}


async def drills(force: str | None, since: datetime, until: datetime) -> list[JSON]:
    """The drills of the time, in their order."""
    return await _drills.rows(force, since, until)


async def number_of_decisions(force: str | None, since: datetime, until: datetime) -> int:
    """How many decisions there were, undone ones included."""
    return int((await _number.rows(force, since, until))[0]["number"])
