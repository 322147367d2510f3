"""Every query and change about panels, what they agreed, and the priorities that come of it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.acting.models import Action, Priority, PriorityFollower, Status
from priorities.acting.priority_rows import readable
from priorities.agreeing.models import Agreement, PanelMember
from priorities.models import Round
from priorities.proposals.supporting.support import supporters_of

JSON = dict[str, Any]
_AT = Query(
    """
    SELECT round.id, round.title, agreement.id AS agreed
    FROM priority_round round LEFT JOIN priority_agreement agreement ON agreement.id = round.id
    WHERE round.surgery_id = ? AND round.phase NOT IN ('scheduled', 'cancelled') ORDER BY round.id
    """
)
_AGE = Query("SELECT age_band FROM person WHERE id = ?")
_FOLLOWERS = Query("SELECT person_id FROM priority_follower WHERE neighbourhood_id = ?")


async def find_member(round_id: str, person: str) -> JSON | None:
    """Whether somebody is, was or was asked to be on a panel."""
    rows = await PanelMember.filter(round_id=round_id, person_id=person).values("id", "accepted_at", "left_at")
    return rows[0] if rows else None


async def set_member(round_id: str, person: str, by: str, *, accepted: bool) -> None:
    """Put somebody on a panel, or ask them; also who left before."""
    now = clock.now()
    columns: JSON = {
        "named_by_id": by,
        "at": now,
        "accepted_at": now if accepted else None,
        "left_at": None,
        "left_why": "",
    }
    if not await PanelMember.filter(round_id=round_id, person_id=person).update(**columns):
        await PanelMember.create(id=new_id(), round_id=round_id, person_id=person, **columns)


async def set_accepted(round_id: str, person: str) -> bool:
    """Whether somebody who was asked says yes by this."""
    asked = PanelMember.filter(round_id=round_id, person_id=person, left_at=None, accepted_at=None)
    return bool(await asked.update(accepted_at=clock.now()))


async def set_left(round_id: str, person: str, why: str = "") -> bool:
    """Whether somebody who was on it or asked is not any more by this; `why` is for everybody to read."""
    there = PanelMember.filter(round_id=round_id, person_id=person, left_at=None)
    return bool(await there.update(left_at=clock.now(), left_why=why))


async def age_band_of(person: str) -> str | None:
    """How old somebody says they are."""
    rows = await _AGE.rows(person)
    return rows[0]["age_band"] if rows else None


async def followers_of(neighbourhood: str) -> list[str]:
    """Who is told how the rounds of a neighbourhood go on."""
    return [row["person_id"] for row in await _FOLLOWERS.rows(neighbourhood)]


async def followers_of_priorities(ids: Collection[str]) -> list[str]:
    """Who follows any of these priorities."""
    found = PriorityFollower.filter(priority_id__in=list(ids)) if ids else None
    return [str(id_) for id_ in await found.values_list("person_id", flat=True)] if found else []


async def rounds_at(surgery: str) -> list[JSON]:
    """The rounds whose panels agree at a surgery: `id`, `title`, `agreed` (None: not yet)."""
    return await _AT.rows(surgery)


async def set_surgery(round_id: str, surgery: str | None) -> None:
    """At which surgery the panel agrees."""
    await Round.filter(id=round_id).update(surgery_id=surgery)


async def add_agreement(round_id: str, **columns: Any) -> None:
    """Insert what was agreed on; raises IntegrityError where somebody was faster."""
    await Agreement.create(id=round_id, at=clock.now(), **columns)


async def set_agreement(round_id: str, version: int, **columns: Any) -> bool:
    """Change it; False where it is at another version by now."""
    found = Agreement.filter(id=round_id, version=version)
    return bool(await found.update(version=version + 1, **columns))


async def priorities_of(round_id: str) -> dict[str, JSON]:
    """The priorities that came of a round, by their options."""
    rows = await Priority.filter(round_id=round_id).order_by("position", "id").values(
        "id", "option_id", "title", "owner_role", "owner_rank", "promise", "next_update_on", "state", "kept_version",
        "version",
    )  # fmt: skip
    return {row["option_id"]: row for row in await readable(rows)}


async def add_priority(row: JSON, option: JSON, today: date, position: int, **columns: Any) -> str:
    """What a team works on from now on, of a round and one of its options: its id. Who supports it follows it."""
    now, made = clock.now(), new_id()
    await Priority.create(
        id=made, force_id=row["force_id"], neighbourhood_id=row["neighbourhood_id"], round_id=row["id"],
        option_id=option["id"], position=position, title=option["title"], issue=option["what"],
        issue_html=option["html"], issued_on=today, status=Status.OPEN, status_since=now, created_at=now, **columns,
    )  # fmt: skip
    await PriorityFollower.bulk_create(
        PriorityFollower(id=new_id(), priority_id=made, person_id=person, since=now)
        for person in await supporters_of(option["id"])
    )
    return made


async def set_priority(priority_id: str, version: int, **columns: Any) -> None:
    """Change one that was read at this version."""
    await Priority.filter(id=priority_id).update(version=version + 1, **columns)


async def remove_priority(priority_id: str) -> bool:
    """Take one back, with who follows it; False where something was done about it already."""
    if await Action.exists(priority_id=priority_id):
        return False
    await PriorityFollower.filter(priority_id=priority_id).delete()
    await Priority.filter(id=priority_id).delete()
    return True
