"""The rows of panels and of what they agreed on, as the rest of priorities reads them."""

from collections.abc import Collection
from typing import Any

from foundation.queries import Query
from priorities.agreeing.models import Agreement, PanelMember

JSON = dict[str, Any]
_AGREEMENT = ("id", "agreed", "advised", "reason", "by_id", "surgery_id", "at", "residents", "changes", "version")
_HIDDEN = Query("SELECT 1 AS there FROM priority WHERE round_id = ? AND state = 'hidden' LIMIT 1")
_MEMBERS = Query(
    """
    SELECT member.person_id, member.at, member.accepted_at, person.role
    FROM priority_panel_member member JOIN person ON person.id = member.person_id
    WHERE member.round_id = ? AND member.left_at IS NULL
        AND person.closed_at IS NULL AND person.suspended_at IS NULL
    ORDER BY member.at, member.id
    """,
    moments=("at", "accepted_at"),
)


async def find_agreement(round_id: str) -> JSON | None:
    """What the panel of a round agreed on, as people may read it: `hidden` where moderators took its words down."""
    found = (await agreements_as_kept([round_id])).get(round_id)
    if found is None:
        return None
    if not await _HIDDEN.rows(round_id):
        return found | {"hidden": False}
    return found | {"hidden": True, "reason": "", "changes": [without_words(each) for each in found["changes"]]}


async def agreements_as_kept(rounds: Collection[str]) -> dict[str, JSON]:
    """The same of several rounds, with all words: for who decides about them, and to be changed."""
    rows = await Agreement.filter(id__in=list(rounds)).values(*_AGREEMENT) if rounds else []
    return {row["id"]: row for row in rows}


async def set_agreed_words(agreement: JSON, **columns: Any) -> None:
    """Let moderators’ decision show in an agreement, read under the lock of its round."""
    await Agreement.filter(id=agreement["id"]).update(version=agreement["version"] + 1, **columns)


def without_words(change: JSON) -> JSON:
    """What was agreed before a change, without what was said with it."""
    promised = [one | {"promise": "", "owner_role": "", "owner_rank": ""} for one in change["promised"]]
    return change | {"why": "", "reason": "", "promised": promised}


async def taken_off(round_id: str) -> list[JSON]:
    """Why and when staff took residents off a panel, the last first: without their names."""
    found = PanelMember.filter(round_id=round_id, left_at__not_isnull=True).exclude(left_why="")
    return list(await found.order_by("-left_at", "-id").values("left_at", "left_why"))


async def members_of(round_id: str) -> list[JSON]:
    """Who is on a panel or was asked, the first first: `person_id`, `role`, `at`, `accepted_at` (None: only asked)."""
    return await _MEMBERS.rows(round_id)
