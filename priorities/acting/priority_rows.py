"""The rows of priorities and of actions, as every file here reads them."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.database import dialect
from foundation.language import _
from foundation.queries import Query
from priorities.acting.models import Action, Priority, Status, Words
from priorities.option_rows import TAKEN_DOWN, taken_down

JSON = dict[str, Any]
UNDER_WAY = (Status.OPEN, Status.REVIEWING)
"""What a team works on still, or has just been asked about."""
PRIORITY = (
    "id", "force_id", "neighbourhood_id", "round_id", "option_id", "position", "title", "issue", "issue_html",
    "issued_on", "owner_role", "owner_rank", "owner_id", "promise", "next_update_on", "status", "status_since",
    "closed_why", "state", "worded_by_id", "external_id", "carried_to_id", "created_at", "kept_version", "version",
)  # fmt: skip
ACTION = (
    "id", "priority_id", "author_id", "partner", "partner_by_record", "body", "html", "figures", "pictures", "done_on",
    "state", "client_id", "created_at", "edited_at", "next_update_on", "next_update_before", "withdrawn_at", "version",
)  # fmt: skip
_LOCK = Query("SELECT id FROM priority WHERE id = ? FOR UPDATE")
_TAKEN_DOWN = Query("SELECT id FROM priority_proposal WHERE id IN ? AND state IN ?")


async def readable(rows: Sequence[JSON]) -> list[JSON]:
    """Priorities as people may read them, each with `hidden`: it was taken down, or the proposal that it was made of.

    Of the first all words are gone, of the second the proposal’s. Every row that leaves the table goes through here,
    with its `state`; but for moderation, that reads what it decides about.
    """
    made_of = {row["option_id"] for row in rows if row["option_id"]}
    found = await _TAKEN_DOWN.rows(sorted(made_of), sorted(TAKEN_DOWN)) if made_of else []
    hidden = {each["id"] for each in found}
    return [row | _mask(row, hidden) for row in rows]


def priority_taken_down() -> str:
    """Stands for the title of one whose words moderators took down."""
    return _("A priority that moderators took down")


async def find_priority(priority_id: str) -> JSON | None:
    """A priority as it is now, and as people may read it."""
    rows = await readable(await Priority.filter(id=priority_id).values(*PRIORITY))
    return rows[0] if rows else None


async def priorities_as_kept(ids: Collection[str]) -> list[JSON]:
    """Priorities with their words, whatever was taken down: for moderation, and to be kept on; nobody reads them so."""
    return await Priority.filter(id__in=list(ids)).values(*PRIORITY) if ids else []


async def lock_priority(priority_id: str) -> JSON | None:
    """The same, for this transaction alone; on SQLite one transaction writes at a time."""
    if dialect() != "sqlite":
        await _LOCK.rows(priority_id)
    return await find_priority(priority_id)


async def find_action(action_id: str) -> JSON | None:
    """An action in any state."""
    rows = await Action.filter(id=action_id).values(*ACTION)
    return rows[0] if rows else None


def _mask(row: JSON, fallen: Collection[str]) -> JSON:
    """What stands in the place of words that nobody reads; `fallen`: proposals that are taken down."""
    if row["state"] == Words.HIDDEN:
        own = dict.fromkeys(("issue", "issue_html", "promise", "owner_role", "owner_rank", "closed_why"), "")
        return own | {"hidden": True, "title": priority_taken_down()}
    if row["option_id"] in fallen:
        return {"hidden": True, "title": taken_down(), "issue": "", "issue_html": ""}
    return {"hidden": False}
